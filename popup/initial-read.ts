import { askForFields } from '../src/browser/page-fields';
import { readActiveTab, type TabFacts } from '../src/browser/tabs';

/** The tab that the popup was opened over, and its page's fields, unparsed. */
export interface InitialRead {
  tab: Promise<TabFacts>;
  fields: Promise<unknown>;
}

/** Has the page read itself, which it does while the rest of the popup is loaded. */
export function readTab(): InitialRead {
  const tab = readActiveTab();
  const fields = tab.then(({ id }) => (id === undefined ? undefined : askForFields({ tabId: id })));
  fields.catch(() => undefined); // said where it is awaited
  return { tab, fields };
}

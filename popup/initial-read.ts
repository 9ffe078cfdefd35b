import { askForFields } from '../src/browser/page-fields';
import { readActiveTab, type TabFacts } from '../src/browser/tabs';

/** The tab from which the popup was opened, and its page's fields, unparsed. */
export interface InitialRead {
  tab: Promise<TabFacts>;
  fields: Promise<unknown>;
}

/** Starts reading the page while the rest of the popup loads. */
export function readTab(): InitialRead {
  const tab = readActiveTab();
  const fields = tab.then(({ id }) => (id === undefined ? undefined : askForFields({ tabId: id })));
  fields.catch(() => undefined); // a rejection is handled where this is awaited
  return { tab, fields };
}

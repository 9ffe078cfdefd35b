import { readNotice } from '../browsers/notice.ts';
import { select } from '../browsers/select.ts';
import { waitFor, type BrowserSession, type TabView } from '../browsers/session.ts';
import type { Route } from './analyst.ts';
import { articleAddress } from './articles.ts';

/** Milliseconds in which a right click is read, saved and confirmed. Interruptions happen at any moment of them. */
const SAVE_DURATION = 250;

/** Right-clicks a passage and interrupts the save. The page's message then decides what is expected. */
function interrupted(
  interrupt: (session: BrowserSession, tab: TabView) => Promise<void>,
): (random: () => number) => Route {
  return (random) => async (session, ledger, article) => {
    const tab = await session.openTab(articleAddress(article));
    await select(tab, '#passage');
    ledger.begin(article, { hasQuote: true });
    await session.chooseFromMenu(tab, 'selection');
    await new Promise((resolve) => setTimeout(resolve, random() * SAVE_DURATION));
    await interrupt(session, tab);
    if (!(await tab.isOpen())) return;
    const notice = await waitFor('the notice', () => readNotice(tab), 1000).catch(() => undefined);
    if (notice?.words.includes('Clipped to') === true) ledger.acknowledge(article);
    await tab.close();
  };
}

/** The browser stops the worker. */
const workerStopped = interrupted((session) => session.stopBackground());

/** The tab is closed while it is read. */
const tabClosed = interrupted((_, tab) => tab.close());

/** Interruptions that do not end the browser. */
export const INTERRUPTIONS = { workerStopped, tabClosed };

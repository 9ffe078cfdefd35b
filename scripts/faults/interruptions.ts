import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readNotice } from '../browsers/notice.ts';
import { select } from '../browsers/select.ts';
import { waitFor, type BrowserSession, type TabView } from '../browsers/session.ts';
import type { Route } from './analyst.ts';
import { articleAddress } from './articles.ts';

/** Milliseconds within which a right click has been read, saved and said: interruptions fall anywhere in them. */
const SAVING = 250;

/** Right-clicks a passage and has something happen while it is saved; what the page says then counts. */
function interrupted(
  interrupt: (session: BrowserSession, tab: TabView) => Promise<void>,
): (random: () => number) => Route {
  return (random) => async (session, ledger, article) => {
    const tab = await session.openTab(articleAddress(article));
    await select(tab, '#passage');
    ledger.begin(article, { hasQuote: true });
    await session.chooseFromMenu(tab, 'selection');
    await new Promise((resolve) => setTimeout(resolve, random() * SAVING));
    await interrupt(session, tab);
    if (!(await tab.isOpen())) return;
    const notice = await waitFor('the notice', () => readNotice(tab), 1000).catch(() => undefined);
    if (notice?.words.includes('Clipped to') === true) ledger.acknowledge(article);
    await tab.close();
  };
}

/** The browser ends the worker. */
const workerStopped = interrupted((session) => session.stopBackground());

/** The tab is closed while it is read. */
const tabClosed = interrupted((_, tab) => tab.close());

/** What interrupts the work without an end of the browser. */
export const INTERRUPTIONS = { workerStopped, tabClosed };

/** Has a new profile take an extension that starts anew: Chromium asks for its developer mode, then. */
export async function allowReloading(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}

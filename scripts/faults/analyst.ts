import { waitUntilSaved } from '../browsers/saved-clip.ts';
import { waitForNotice } from '../browsers/notice.ts';
import { select } from '../browsers/select.ts';
import { waitFor, type BrowserSession, type TabView, type View } from '../browsers/session.ts';
import { articleAddress } from './articles.ts';
import type { Ledger } from './ledger.ts';
import { readStoredRecords } from './stored-records.ts';
import { typeIntoPopup } from '../browsers/clip-filing.ts';

/** A way to save words. It tells the ledger before it saves, and when the page said “Saved”. */
export type Route = (session: BrowserSession, ledger: Ledger, article: number) => Promise<void>;

export const byToolbar: Route = async (session, ledger, article) => {
  const comment = `Comment on ${article}, typed in the popup.`;
  const tab = await session.openTab(articleAddress(article));
  await select(tab, '#passage');
  const popup = await session.clickToolbarButton();
  await waitFor('the article’s quote', () => popup.run(() => document.querySelector('.quote') !== null));
  await typeIntoPopup(popup, { comment, section: `Section ${article % 5}` });
  ledger.begin(article, { hasQuote: true, comment });
  await saveInPopup(popup);
  ledger.acknowledge(article);
  await popup.close();
  await tab.close();
};

/** Presses the keys, and returns at the moment in which the popup says “Saved”. */
async function saveInPopup(popup: View): Promise<void> {
  await popup.press('Control+Enter');
  await waitUntilSaved(popup);
}

export const byRightClick: Route = async (session, ledger, article) => {
  const tab = await session.openTab(articleAddress(article));
  await select(tab, '#passage');
  ledger.begin(article, { hasQuote: true });
  await session.chooseFromMenu(tab, 'selection');
  const { words } = await waitForNotice(tab);
  if (!/Clipped to|Already quoted/u.test(words)) throw new Error(`The notice says: ${words}`);
  ledger.acknowledge(article);
  await tab.close();
};

/** Adds to the comment of an existing clip. */
export const atDesk: Route = async (session, ledger, article) => {
  const former = ledger.acknowledgedArticles().at(-1);
  if (former === undefined) return byToolbar(session, ledger, article);
  const desk = await openDeskOn(session, former);
  await desk.press('Control+End');
  await desk.type(` Added at the desk while reading ${article}.`);
  const comment = await waitFor('“Saved” at the desk', () =>
    desk.run(() => {
      const field = document.activeElement;
      if (document.querySelector('.saved-state > .is-now')?.textContent !== 'Saved') return undefined;
      return field instanceof HTMLTextAreaElement ? field.value : (field?.textContent ?? undefined);
    }),
  );
  ledger.acknowledge(former, comment.trim());
  await desk.close();
};

/** The desk with the cursor in the comment of an article's clip. */
async function openDeskOn(session: BrowserSession, article: number): Promise<TabView> {
  const desk = await session.openExtensionPage('desk/index.html');
  const { clips } = await readStoredRecords(desk);
  const id = clips.find((clip) => clip.address === articleAddress(article))?.id;
  await desk.goTo((await desk.address()).replace(/index\.html.*/u, `index.html#clip=${id}`));
  await waitFor('the comment', () =>
    desk.run(() => document.activeElement?.matches('textarea, [contenteditable]')),
  );
  return desk;
}

const isSaved = (desk: View) =>
  desk.run(() => document.querySelector('.saved-state > .is-now')?.textContent === 'Saved');

/** Two desks and a popup add to the comment of one clip, in turns. */
export const atTwoDesksAndPopup: Route = async (session, ledger, article) => {
  const former = ledger.acknowledgedArticles().at(-1);
  if (former === undefined) return byToolbar(session, ledger, article);
  const tab = await session.openTab(articleAddress(former));
  const desks = [await openDeskOn(session, former), await openDeskOn(session, former)];
  const wordsOf = (place: number) => [1, 2].map((turn) => `Desk${place}of${article}turn${turn}`);
  for (const turn of [0, 1])
    for (const [place, desk] of desks.entries()) {
      await desk.bringToFront();
      await desk.press('Control+End');
      await desk.type(` ${wordsOf(place)[turn]}`);
    }
  await tab.bringToFront();
  const popup = await session.clickToolbarButton();
  await waitFor('the stored clip', () => popup.run(() => document.querySelector('.quote') !== null));
  await popup.press('Control+End');
  await popup.type(` Popup${article}`);
  await saveInPopup(popup);
  ledger.acknowledgeWords(former, [`Popup${article}`]);
  await popup.close();
  for (const [place, desk] of desks.entries()) {
    await desk.bringToFront();
    await waitFor('“Saved” at the desk', () => isSaved(desk));
    ledger.acknowledgeWords(former, wordsOf(place));
    await desk.close();
  }
  await tab.close();
};

/** Types into the popup and saves nothing. */
const asDraft: Route = async (session, _ledger, article) => {
  const tab = await session.openTab(articleAddress(article));
  const popup = await session.clickToolbarButton();
  for (const word of 'A draft that is typed word by word and never saved.'.split(' '))
    await popup.type(`${word} `);
  await popup.close();
  await tab.close();
};

export const ROUTES: readonly Route[] = [byToolbar, byRightClick, atDesk, asDraft, atTwoDesksAndPopup];

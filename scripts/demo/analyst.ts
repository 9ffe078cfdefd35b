import { clickOn, fillIn } from '../browsers/controls.ts';
import { waitUntilSaved } from '../browsers/saved-clip.ts';
import { waitForNotice } from '../browsers/notice.ts';
import { select } from '../browsers/select.ts';
import { waitFor, type BrowserSession, type TabView, type View } from '../browsers/session.ts';
import { SAMPLE_ARTICLES } from '../samples/articles.ts';
import type { Clipping, MASTHEAD } from './clippings.ts';
import { typeIntoPopup } from '../browsers/clip-filing.ts';

/** Called with what is on the screen when there is something to see. */
export type Photographer = (name: 'popup' | 'notice', view: View) => Promise<void>;

/** Clips an article: its passages by the button or from the context menu, then section and comment in the popup. */
export async function clipArticle(
  session: BrowserSession,
  clipping: Clipping,
  photograph: Photographer,
): Promise<void> {
  const article = await session.openTab(SAMPLE_ARTICLES[clipping.article]);
  const byMenu = clipping.by === 'toolbar' ? clipping.passages.slice(1) : clipping.passages;
  if (clipping.by === 'toolbar') {
    await select(article, clipping.passages[0] ?? 'h1');
    await fileClip(await session.clickToolbarButton(), clipping, photograph);
  }
  for (const passage of byMenu) {
    await select(article, passage);
    await session.chooseFromMenu(article, 'selection');
    await waitForNotice(article);
    await photograph('notice', article);
  }
  if (clipping.by === 'right click') await fileClip(await session.clickToolbarButton(), clipping, photograph);
}

/** Writes the comment, names the section and saves, by keyboard. */
async function fileClip(
  popup: View,
  { comment, section }: Clipping,
  photograph: Photographer,
): Promise<void> {
  await waitFor('the article’s quote', () => popup.run(() => document.querySelector('.quote') !== null));
  await typeIntoPopup(popup, { comment, section });
  await photograph('popup', popup);
  await popup.press('Control+Enter');
  await waitUntilSaved(popup);
  await popup.close();
}

/** Writes the masthead at the desk and copies the issue; gives its Markdown. */
export async function closeIssue(desk: TabView, masthead: typeof MASTHEAD): Promise<string> {
  await fillIn(desk, 'Title of the issue', masthead.title);
  await fillIn(desk, 'Subtitle', masthead.subtitle);
  await fillIn(desk, 'Introduction', masthead.introduction);
  await clickOn(desk, 'Copy Markdown');
  await waitFor('“Copied”', () =>
    desk.run(() => document.querySelector('[role=status] .notice-success') !== null),
  );
  await waitFor('the preview', () => desk.run(hasInPreview, masthead.introduction.slice(-20)));
  return desk.readClipboard('text/plain');
}

/** Runs in the page. The preview follows what is typed when the page is idle. */
function hasInPreview(words: string): boolean {
  return document.querySelector('.issue-preview')?.textContent.includes(words) === true;
}

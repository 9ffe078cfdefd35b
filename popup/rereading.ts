/** Loaded late, because most pages are read once. */
import type { Capture } from '../src/browser/page-capture';
import type { PageTarget } from '../src/browser/page-script';
import { articleKey } from '../src/news/address';
import type { Clipping } from './clipping';
import { articleKeyIn, type ArticleContext } from './article-context';
import type * as Opening from './popup-startup';

/** Without the code that reads the page the first time, which the popup has loaded already. */
export type RereadingSurroundings = Omit<Opening.StartupSurroundings, 'readActiveTab' | 'capturePage'> &
  Pick<typeof Opening, 'findArticle' | 'joinSelection' | 'passagesIn'> & {
    capturePage: (target: PageTarget, fields?: Promise<unknown>) => Promise<Capture>;
  };

/** Reads the page again on request. If the tab shows another page by now, opens the popup on that page instead. */
export async function readAgain(clipping: Clipping, around: RereadingSurroundings): Promise<void> {
  const { tab, isReadingAgain } = clipping.state.context;
  if (tab?.id === undefined || isReadingAgain === true) return;
  clipping.learn({ isReadingAgain: true });
  const capture = await around.capturePage({ tabId: tab.id });
  clipping.learn({ isReadingAgain: false });
  if (!isOfAnotherPage(capture, clipping.state.context)) return takeIn(clipping, around, capture);
  await clipping.drafts.flush();
  location.reload();
}

/**
 * Reads a page that was still loading once more when it has loaded. Does nothing if it is unloaded first.
 * @param askOnceLoaded returns the fields of a page when it has loaded
 */
export async function readOnceLoaded(
  clipping: Clipping,
  around: RereadingSurroundings,
  askOnceLoaded: (target: PageTarget) => Promise<unknown>,
): Promise<void> {
  const { id: tabId } = clipping.state.context.tab ?? {};
  if (tabId === undefined) return;
  const target: PageTarget = { tabId };
  const capture = await around.capturePage(target, askOnceLoaded(target));
  const isThere = 'page' in capture && !isOfAnotherPage(capture, clipping.state.context);
  if (isThere) await takeIn(clipping, around, capture);
}

function isOfAnotherPage(capture: Capture, { tab, capture: previous }: ArticleContext): boolean {
  if (!('page' in capture)) return false;
  const before = previous !== undefined && 'page' in previous ? previous.page.location : (tab?.url ?? '');
  return articleKey(capture.page.location) !== articleKey(before);
}

/** Fills in the fields that the analyst has not edited, and adds passages that were selected since the page was read before. */
async function takeIn(clipping: Clipping, around: RereadingSurroundings, capture: Capture): Promise<void> {
  const { context } = clipping.state;
  const known = new Set(around.passagesIn(context.capture).map(({ textQuote }) => textQuote.exact));
  clipping.learn({ capture });
  if (articleKeyIn(clipping.state.context) !== articleKeyIn(context)) {
    if (clipping.state.form.touched.size === 0) forgetStored(clipping);
    await around.findArticle(clipping, await around.openDatabase());
  }
  const selected = around.passagesIn(capture).filter(({ textQuote }) => !known.has(textQuote.exact));
  await around.joinSelection(clipping, around, selected);
}

/** Forgets the stored clip, because the whole page turned out to be another article than its first part suggested. */
function forgetStored(clipping: Clipping): void {
  const { stored: _stored, found: _found, quotes: _quotes, ...context } = clipping.state.context;
  clipping.set({ context });
}

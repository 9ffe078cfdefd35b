/** Loaded late, because most pages are read once. */
import type { Capture } from '../src/browser/page-capture';
import type { PageTarget } from '../src/browser/page-script';
import { articleKey } from '../src/news/address';
import type { Clipping } from './clipping';
import { articleKeyIn, type ArticleContext } from './article-context';
import type * as Opening from './popup-startup';

/** Without the code that reads the page the first time, which the popup has loaded already. */
export type RereadingDependencies = Omit<Opening.StartupDependencies, 'readActiveTab' | 'capturePage'> &
  Pick<typeof Opening, 'findArticle' | 'joinSelection' | 'passagesIn'> & {
    capturePage: (target: PageTarget, fields?: Promise<unknown>) => Promise<Capture>;
  };

/** Reads the page again on request. If the tab shows another page by now, opens the popup on that page instead. */
export async function readAgain(clipping: Clipping, dependencies: RereadingDependencies): Promise<void> {
  const { tab, isReadingAgain } = clipping.state.context;
  if (tab?.id === undefined || isReadingAgain === true) return;
  clipping.learn({ isReadingAgain: true });
  const capture = await dependencies.capturePage({ tabId: tab.id });
  clipping.learn({ isReadingAgain: false });
  if (!isOfAnotherPage(capture, clipping.state.context)) return takeIn(clipping, dependencies, capture);
  await clipping.drafts.flush();
  location.reload();
}

/**
 * Reads a page that was still loading once more when it has loaded. Does nothing if it is unloaded first.
 * @param askOnceLoaded returns the fields of a page when it has loaded
 */
export async function readOnceLoaded(
  clipping: Clipping,
  dependencies: RereadingDependencies,
  askOnceLoaded: (target: PageTarget) => Promise<unknown>,
): Promise<void> {
  const { id: tabId } = clipping.state.context.tab ?? {};
  if (tabId === undefined) return;
  const target: PageTarget = { tabId };
  const capture = await dependencies.capturePage(target, askOnceLoaded(target));
  const isThere = 'page' in capture && !isOfAnotherPage(capture, clipping.state.context);
  if (isThere) await takeIn(clipping, dependencies, capture);
}

function isOfAnotherPage(capture: Capture, { tab, capture: previous }: ArticleContext): boolean {
  if (!('page' in capture)) return false;
  const before = previous !== undefined && 'page' in previous ? previous.page.location : (tab?.url ?? '');
  return articleKey(capture.page.location) !== articleKey(before);
}

/** Fills in the fields that the analyst has not edited, and adds passages that were selected since the page was read before. */
async function takeIn(
  clipping: Clipping,
  dependencies: RereadingDependencies,
  capture: Capture,
): Promise<void> {
  const { context } = clipping.state;
  const known = new Set(dependencies.passagesIn(context.capture).map(({ textQuote }) => textQuote.exact));
  clipping.learn({ capture });
  if (articleKeyIn(clipping.state.context) !== articleKeyIn(context)) {
    if (clipping.state.form.touched.size === 0) forgetStored(clipping);
    await dependencies.findArticle(clipping, await dependencies.openDatabase());
  }
  const selected = dependencies.passagesIn(capture).filter(({ textQuote }) => !known.has(textQuote.exact));
  await dependencies.joinSelection(clipping, dependencies, selected);
}

/** Forgets the stored clip, because the whole page turned out to be another article than its first part suggested. */
function forgetStored(clipping: Clipping): void {
  const { stored: _stored, found: _found, quotes: _quotes, ...context } = clipping.state.context;
  clipping.set({ context });
}

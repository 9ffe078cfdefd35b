import * as v from 'valibot';
import type { ClipRequest } from '../browser/menus';
import { arrangeInPage, capturePage, readLinkTextInPage, type Capture } from '../browser/page-capture';
import type { PageTarget } from '../browser/page-script';
import type { TabFacts } from '../browser/tabs';
import { articleKey } from '../news/address';
import type { ConcealedPart } from '../news/concealed-part';
import { cleanPage } from '../news/clean-page';
import { clipContentSchema, sectionOfTitle, type Clip, type ClipContent } from '../news/clip';
import { articleKeyOfPage, contentFromPage, contentFromTab, unwrapAddress } from '../news/new-clip';
import type { Preferences } from '../news/preferences';
import { withoutOddCharacters } from '../news/text/odd-characters';
import type { Quote } from '../news/quote';
import { concealedPartOf, quoteFromPassage, quoteFromPlainText } from '../quotes/quote-of-passage';
import { applyArrangement, isSamePassage, quotesToPlace } from '../quotes/quote-order';
import { findClips } from '../storage/clip-lookup';
import type { Database } from '../storage/database/database';
import { findCurrentIssue, readIssue } from '../storage/issue-lookup';
import { readChosenNewsletter } from '../storage/newsletter-list';
import { readPreferences } from '../storage/preferences-lookup';
import { saveClip, type ClipToSave, type SavedClip } from '../storage/saved-clip';
import { isQuotedAlready, placeOfNewQuote, type QuotePlace } from './quote-place';
import { isSameSelection } from './same-selection';
import { fillContent } from '../news/merge/filled-content';

/** The tab that was clipped from, as the browser describes it. */
export type ClippedTab = TabFacts & { id: number };

/** What was read of the selection, besides the quotes. */
type ReadSelection = Pick<StoredRequest, 'concealed' | 'isOtherSelection' | 'isSelectionUnread'>;
type NewClip = Pick<ClipToSave, 'content' | 'articleKey' | 'candidates'> & Partial<ReadSelection>;

/** What was stored. */
export type StoredRequest = SavedClip & {
  /** The words of the selection that were left out because nobody sees them in the page. */
  concealed: ConcealedPart[];
  /** The page gave other words than those that were selected when the user asked. */
  isOtherSelection: boolean;
  /** The quote is only the browser's plain text, or lacks a part of the selection. */
  isSelectionUnread: boolean;
  /**
   * Where the quote stands among the others of the clip. `joined`: it has become one with a quote that was there; `already`: it was
   * there, and nothing was written.
   */
  quoted?: QuotePlace | 'joined' | 'already';
};

/**
 * Stores what the user asked for. Two simultaneous requests are stored one after the other, so that each sees the other's
 * quotes and can order its own among them. Throws a StorageError if nothing is stored.
 */
export function storeClipRequest(
  database: Database,
  request: ClipRequest,
  tab: ClippedTab,
): Promise<StoredRequest> {
  return navigator.locks.request('clipsheet-clip-request', async () => {
    const newsletterId = await readChosenNewsletter(database);
    const preferences = await readPreferences(database, newsletterId);
    const {
      concealed = [],
      isOtherSelection = false,
      isSelectionUnread = false,
      ...clip
    } = request.kind === 'link'
      ? await clipOfLink(request, tab, preferences)
      : await clipOfPage(request, tab, preferences);
    const target = { tabId: tab.id, frameId: request.kind === 'page' ? 0 : request.frameId };
    const saved = await saveNewClip(database, { ...clip, newsletterId }, preferences, target);
    return { ...saved, concealed, isOtherSelection, isSelectionUnread };
  });
}

async function clipOfLink(
  { address, frameId }: Extract<ClipRequest, { kind: 'link' }>,
  tab: ClippedTab,
  preferences: Preferences,
): Promise<NewClip> {
  const linkText = await readLinkTextInPage({ tabId: tab.id, frameId }, address);
  const headline = withoutOddCharacters(linkText ?? address);
  const key = articleKey(address);
  const content = { ...contentFromTab({ url: address }, preferences), headline };
  return { content, ...(key !== undefined && { articleKey: key }) };
}

async function clipOfPage(
  request: Exclude<ClipRequest, { kind: 'link' }>,
  tab: ClippedTab,
  preferences: Preferences,
): Promise<NewClip> {
  const isInFrame = request.kind === 'quote' && request.frameId !== 0;
  const [capture, frame] = await Promise.all([
    capturePage({ tabId: tab.id }, undefined, cleanPage),
    isInFrame ? capturePage({ tabId: tab.id, frameId: request.frameId }, undefined, cleanPage) : undefined,
  ]);
  const { quotes = [], ...selection } =
    request.kind === 'quote' ? readSelection(frame ?? capture, request.text) : {};
  if ('page' in capture) {
    const key = articleKeyOfPage(capture.page);
    const content = { ...contentFromPage(capture.page, preferences), quotes };
    return {
      content,
      ...selection,
      candidates: capture.page.fields,
      ...(key !== undefined && { articleKey: key }),
    };
  }
  const key = articleKey(unwrapAddress(tab.url ?? ''));
  return {
    content: {
      ...contentFromTab({ ...tab, title: withoutOddCharacters(tab.title ?? '') }, preferences),
      quotes,
    },
    ...selection,
    ...(key !== undefined && { articleKey: key }),
  };
}

/**
 * The selected passages. If the page returns none, the browser's plain text of the selection, marked as plain. That text may
 * contain words that the page does not show; if the page says that nothing else is selected, there is no quote.
 */
function readSelection(capture: Capture, text: string): ReadSelection & { quotes: Quote[] } {
  const {
    passages,
    selectedText = text,
    isSelectionUnread = false,
  } = 'page' in capture ? capture.page : { passages: [] };
  const read = passages.map((passage) => {
    const id = crypto.randomUUID();
    return { quote: quoteFromPassage(passage, id), part: concealedPartOf(passage, id) };
  });
  const quotes =
    read.length > 0 ? read.map(({ quote }) => quote) : [quoteFromPlainText(text, crypto.randomUUID())];
  return {
    quotes: quotes.filter(({ markdown }) => markdown !== ''),
    concealed: read.flatMap(({ part }) => part ?? []),
    isOtherSelection: read.length > 0 && !isSelectionUnread && !isSameSelection(text, selectedText),
    isSelectionUnread: isSelectionUnread || read.length === 0,
  };
}

/**
 * Files the clip under the section chosen last, as the popup does. Where the article has a clip in this issue, the new quotes go among
 * those of that clip, in the order of the page, and it stays in its section.
 */
async function saveNewClip(
  database: Database,
  clip: NewClip & { newsletterId: string },
  { lastSection }: Preferences,
  target: PageTarget,
): Promise<Omit<StoredRequest, keyof ReadSelection>> {
  const stored =
    clip.articleKey === undefined ? undefined : await findClips(database, clip.articleKey, clip.newsletterId);
  const { current } = stored ?? {};
  if (current === undefined) {
    const section = sectionOfTitle(
      (await findCurrentIssue(database, clip.newsletterId))?.sections ?? [],
      lastSection,
    );
    const content = { ...clip.content, ...(section && { sectionId: section.id }) };
    return saveClip(database, { ...clip, content });
  }
  const quotes = await orderQuotes(current.quotes, clip.content.quotes, target);
  if (clip.content.quotes.length > 0 && isQuotedAlready(current.quotes, quotes))
    return { ...(await withPlace(database, current)), quoted: 'already' };
  const content: ClipContent = { ...fillContent(v.parse(clipContentSchema, current), clip.content), quotes };
  const saved = await saveClip(database, { ...clip, id: current.id, from: current, content });
  const quoted = placeOfNewQuote(current.quotes, quotes);
  return { ...saved, ...(quoted && { quoted }) };
}

/** Describes a clip that was left as it is like one that was saved. A clip in the inbox has no issue. */
async function withPlace(database: Database, clip: Clip): Promise<SavedClip> {
  const issue = await readIssue(database, clip.issueId);
  const section = issue?.sections.find(({ id }) => id === clip.sectionId);
  return { clip, ...(issue && { issue }), ...(section && { section }) };
}

async function orderQuotes(
  stored: readonly Quote[],
  added: readonly Quote[],
  target: PageTarget,
): Promise<Quote[]> {
  const isNew = (quote: Quote) =>
    stored.every(
      (other) =>
        !isSamePassage(other, quote) && (quote.isPlain === undefined || other.markdown !== quote.markdown),
    );
  const quotes = [...stored, ...added.filter(isNew)];
  const arrangement = await arrangeInPage(target, quotesToPlace(quotes));
  return applyArrangement(quotes, arrangement, () => crypto.randomUUID());
}

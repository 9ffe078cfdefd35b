import * as v from 'valibot';
import { arrangementSchema, type Arrangement, type QuoteToPlace } from '../news/arrangement';
import { articleAddress } from '../news/address';
import { capturedPageSchema, type CapturedPage } from '../news/captured-page';
import { mayHaveOddCharacters } from '../news/text/suspect-characters';
import { withDirectory } from '../news/outlets/directory';
import articleFile from '../content/article-reader?iife';
import arrangerFile from '../content/quote-arranger?iife';
import quoteFile from '../content/quote-reader?iife';
import { loadDirectoryPart } from './outlet-directory';
import { askForFields } from './page-fields';
import { runInPage, type PageTarget } from './page-script';
import { NoAnswerError } from './time-limit';

/** Why a page could not be read: scripts may not run there, it did not answer in time, or it is not an article. */
export type Unreadable = 'forbidden' | 'no-answer' | 'no-article';

export type Capture = { page: CapturedPage } | { unreadable: Unreadable };

/**
 * Reads the fields and the selection of a page; its fields may have been requested before. Never rejects, because pages that
 * cannot be read are expected.
 * @param clean `cleanPage`, for the worker, which cannot load code
 */
export async function capturePage(
  target: PageTarget,
  fields = askForFields(target),
  clean: (page: CapturedPage) => CapturedPage | Promise<CapturedPage> = cleanLate,
): Promise<Capture> {
  try {
    const page = await fields;
    if (!v.is(readPageSchema, page)) return { unreadable: 'no-article' };
    // A page of ours gives its passages itself.
    const selection = page.mayHavePassages ? await readSelectionInPage(target) : {};
    const parsed = v.safeParse(capturedPageSchema, {
      ...page,
      ...(selection ?? { isSelectionUnread: true }),
    });
    return parsed.success
      ? { page: await nameOutlet(await clean(parsed.output)) }
      : { unreadable: 'no-article' };
  } catch (error) {
    return { unreadable: error instanceof NoAnswerError ? 'no-answer' : 'forbidden' };
  }
}

/** Few pages have such characters in their fields, so that the code that knows them is loaded only for these. */
async function cleanLate(page: CapturedPage): Promise<CapturedPage> {
  const values = Object.values(page.fields).flat();
  if (!values.some(({ value }) => mayHaveOddCharacters(value))) return page;
  const { cleanPage } = await import('../news/clean-page');
  return cleanPage(page);
}

const readPageSchema = v.object({ mayHavePassages: v.boolean() });

/** A long selection takes longer than the fields. In milliseconds. */
const SELECTION_TIME_LIMIT = 5000;

/** If a page causes an error in reading its selection, its fields are still used; the popup says that the selection was not read. */
async function readSelectionInPage(target: PageTarget): Promise<object | undefined> {
  const read = () => globalThis.clipsheetQuotes.readSelection();
  const answer = await orUndefined(runInPage(target, quoteFile, read, [], SELECTION_TIME_LIMIT));
  return typeof answer === 'object' && answer !== null ? answer : undefined;
}

/** Adds what the outlet directory knows about the outlet. */
async function nameOutlet(page: CapturedPage): Promise<CapturedPage> {
  const address = articleAddress(page.location, page.fields.address[0]?.value);
  if (address === undefined) return page;
  return { ...page, fields: withDirectory(page.fields, await loadDirectoryPart(address), address) };
}

/** Finds quotes again in the live page. Returns nothing if the page cannot be read; the quotes then keep their order. */
export async function arrangeInPage(target: PageTarget, quotes: QuoteToPlace[]): Promise<Arrangement> {
  const ask = (given: QuoteToPlace[]) => globalThis.clipsheetArranger.arrangeQuotes(given);
  const answer = await orUndefined(runInPage(target, arrangerFile, ask, [quotes]));
  return v.parse(v.fallback(arrangementSchema, []), answer);
}

/** The text of the page's longest link to an address; `undefined` if there is none or the page cannot be read. */
export async function readLinkTextInPage(target: PageTarget, address: string): Promise<string | undefined> {
  const ask = (given: string) => globalThis.clipsheetQuotes.readLinkText(given);
  const answer = await orUndefined(runInPage(target, quoteFile, ask, [address]));
  return typeof answer === 'string' ? answer : undefined;
}

/** `{ tree }` with the article's text, unparsed (quotes/ sanitizes it), or `undefined` if the page has none. */
export async function readArticleInPage(target: PageTarget): Promise<unknown> {
  return orUndefined(runInPage(target, articleFile, () => globalThis.clipsheetArticle.readArticle(), []));
}

/** These calls only add to a clip: if the page refuses, the clip is complete without them. */
async function orUndefined(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch {
    return undefined; // the page refused: forbidden, gone, or too slow
  }
}

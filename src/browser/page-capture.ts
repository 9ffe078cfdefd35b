import * as v from 'valibot';
import { arrangementSchema, type Arrangement, type QuoteToPlace } from '../news/arrangement';
import { articleAddress } from '../news/address';
import { capturedPageSchema, type CapturedPage } from '../news/captured-page';
import { withDirectory } from '../news/outlets/directory';
import articleFile from '../content/article-reader?iife';
import quoteFile from '../content/quote-reader?iife';
import { loadDirectoryPart } from './outlet-directory';
import { askForFields } from './page-fields';
import { runInPage, type PageTarget } from './page-script';
import { NoAnswerError } from './time-limit';

/** Why a page could not be read: no script may run there, it did not answer in time, or what it shows is no article page. */
export type Unreadable = 'forbidden' | 'no-answer' | 'no-article';

export type Capture = { page: CapturedPage } | { unreadable: Unreadable };

/**
 * Reads the fields and the selection of a page, whose fields may have been asked for before. Never rejects: a page that
 * cannot be read is an expected thing.
 * @param clean `cleanPage`, where its size does not matter
 */
export async function capturePage(
  target: PageTarget,
  fields = askForFields(target),
  clean = (page: CapturedPage) => page,
): Promise<Capture> {
  try {
    const page = v.safeParse(readPageSchema, await fields);
    if (!page.success) return { unreadable: 'no-article' };
    const passages = page.output.mayHavePassages ? await readPassagesInPage(target) : [];
    const parsed = v.safeParse(capturedPageSchema, { ...page.output, passages });
    return parsed.success ? { page: await nameOutlet(clean(parsed.output)) } : { unreadable: 'no-article' };
  } catch (error) {
    return { unreadable: error instanceof NoAnswerError ? 'no-answer' : 'forbidden' };
  }
}

const readPageSchema = v.looseObject({ mayHavePassages: v.boolean() });

/** Where a page breaks the reading of its selection, its fields still count, and the selection's plain text is left. */
async function readPassagesInPage(target: PageTarget): Promise<unknown> {
  return orUndefined(runInPage(target, quoteFile, () => globalThis.clipsheetQuotes.readPassages(), []));
}

/** The page with what the outlet directory knows of its outlet. */
async function nameOutlet(page: CapturedPage): Promise<CapturedPage> {
  const address = articleAddress(page.location, page.fields.address[0]?.value);
  if (address === undefined) return page;
  return { ...page, fields: withDirectory(page.fields, await loadDirectoryPart(address), address) };
}

/** Finds quotes anew in the live page. Gives none where the page cannot be asked: then they keep the order they have. */
export async function arrangeInPage(target: PageTarget, quotes: QuoteToPlace[]): Promise<Arrangement> {
  const ask = (given: QuoteToPlace[]) => globalThis.clipsheetQuotes.arrangeQuotes(given);
  const answer = await orUndefined(runInPage(target, quoteFile, ask, [quotes]));
  return v.parse(v.fallback(arrangementSchema, []), answer);
}

/** The text of the page's longest link to an address: `undefined` where there is none or the page cannot be read. */
export async function readLinkTextInPage(target: PageTarget, address: string): Promise<string | undefined> {
  const ask = (given: string) => globalThis.clipsheetQuotes.readLinkText(given);
  const answer = await orUndefined(runInPage(target, quoteFile, ask, [address]));
  return typeof answer === 'string' ? answer : undefined;
}

/** `{ tree }` with the article's text, unparsed (quotes/ sanitises it), or `undefined` where the page gives none. */
export async function readArticleInPage(target: PageTarget): Promise<unknown> {
  return orUndefined(runInPage(target, articleFile, () => globalThis.clipsheetArticle.readArticle(), []));
}

/** What is asked here is an addition to a clip: where the page refuses it, the clip is whole without it. */
async function orUndefined(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch {
    return undefined; // any refusal of the page: forbidden, gone, or too slow
  }
}

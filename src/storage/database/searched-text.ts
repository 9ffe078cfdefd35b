import type { Clip } from '../../news/clip';
import { foldText } from '../../news/text/folded-text';
import { unmarkedWords } from '../../news/text/unmarked-words';

/** The version of `searchedText`. An index of an earlier version is rebuilt. */
export const SEARCHED_TEXT = 2;

/**
 * The text that is searched: headlines, outlet, byline, quotes with speakers and translations, and the comment, as
 * `foldForSearch` returns it.
 */
export function searchedText({ headline, relatedHeadlines, outlet, byline, quotes, comment }: Clip): string {
  const passages = [...quotes.flatMap((quote) => [quote.markdown, quote.translation]), comment].map((text) =>
    unmarkedWords(text ?? ''),
  );
  const speakers = quotes.map(({ speaker }) => speaker);
  const lines = [headline, ...(relatedHeadlines ?? []), outlet, byline, ...speakers, ...passages];
  return foldForSearch(lines.join('\n'));
}

/**
 * Removes case, accents and character width, and replaces typographic apostrophes, quotation marks and dashes by those of a
 * keyboard.
 */
export function foldForSearch(text: string): string {
  return foldText(text)
    .replace(/[\u2018-\u201b\u2032\u02bc`]/gu, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/gu, '"')
    .replace(/[\u2010-\u2015\u2212]/gu, '-');
}

/** More words than anybody searches for. Each is looked for in the whole text of each clip. */
const MOST_WORDS = 50;

/** The words of a query, all of which must be found; of a very long one, the first. */
export function splitQuery(query: string): string[] {
  return foldForSearch(query).split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
}

/** Parts of words count, because Chinese is written without spaces and a query is searched while it is being typed. */
export function containsWords(clip: Clip, words: readonly string[]): boolean {
  const text = searchedText(clip);
  return words.every((word) => text.includes(word));
}

import type { Clip } from '../../news/clip';
import { foldText } from '../../news/text/folded-text';

/** The version of `searchedText`. An index of an earlier version is rebuilt. */
export const SEARCHED_TEXT = 1;

/**
 * The text that is searched: headlines, outlet, quotes with speakers and translations, and the comment, without case and
 * accents.
 */
export function searchedText({ headline, relatedHeadlines, outlet, quotes, comment }: Clip): string {
  const passages = [...quotes.flatMap((quote) => [quote.markdown, quote.translation]), comment].map((text) =>
    plainWords(text ?? ''),
  );
  const speakers = quotes.map(({ speaker }) => speaker);
  return foldText([headline, ...(relatedHeadlines ?? []), outlet, ...speakers, ...passages].join('\n'));
}

/** The words of Markdown, approximately: removes the marks that could separate the words of a query from the text. */
function plainWords(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)|[*_`~\\[\]]/gu, '');
}

/** The words of a query, all of which must be found. */
export function splitQuery(query: string): string[] {
  return foldText(query).split(/\s+/u).filter(Boolean);
}

/** Parts of words count, because Chinese is written without spaces and a query is searched while it is being typed. */
export function containsWords(clip: Clip, words: readonly string[]): boolean {
  const text = searchedText(clip);
  return words.every((word) => text.includes(word));
}

import type { Clip } from '../../news/clip';
import { foldText } from '../../news/text/folded-text';
import { unmarkedWords } from '../../news/text/unmarked-words';

/** The version of `searchedText`. An index of an earlier version is rebuilt. */
export const SEARCHED_TEXT = 1;

/**
 * The text that is searched: headlines, outlet, quotes with speakers and translations, and the comment, without case and
 * accents.
 */
export function searchedText({ headline, relatedHeadlines, outlet, quotes, comment }: Clip): string {
  const passages = [...quotes.flatMap((quote) => [quote.markdown, quote.translation]), comment].map((text) =>
    unmarkedWords(text ?? ''),
  );
  const speakers = quotes.map(({ speaker }) => speaker);
  return foldText([headline, ...(relatedHeadlines ?? []), outlet, ...speakers, ...passages].join('\n'));
}

/** More words than anybody searches for. Each is looked for in the whole text of each clip. */
const MOST_WORDS = 50;

/** The words of a query, all of which must be found; of a very long one, the first. */
export function splitQuery(query: string): string[] {
  return foldText(query).split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
}

/** Parts of words count, because Chinese is written without spaces and a query is searched while it is being typed. */
export function containsWords(clip: Clip, words: readonly string[]): boolean {
  const text = searchedText(clip);
  return words.every((word) => text.includes(word));
}

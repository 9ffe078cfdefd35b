import type { Clip } from '../../news/clip';
import { foldText } from '../../news/text/folded-text';

/** Counts what `searchedText` has been: an index of other texts is made anew. */
export const SEARCHED_TEXT = 1;

/** What a search looks through: headlines, outlet, quotes with speakers and translations, and comment, folded. */
export function searchedText({ headline, relatedHeadlines, outlet, quotes, comment }: Clip): string {
  const passages = [...quotes.flatMap((quote) => [quote.markdown, quote.translation]), comment].map((text) =>
    plainWords(text ?? ''),
  );
  const speakers = quotes.map(({ speaker }) => speaker);
  return foldText([headline, ...(relatedHeadlines ?? []), outlet, ...speakers, ...passages].join('\n'));
}

/** The words of some Markdown, roughly: what stands between a reader's word and what is searched is taken out. */
function plainWords(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)|[*_`~\\[\]]/gu, '');
}

/** The words of a query, each of which is to be found. */
export function splitQuery(query: string): string[] {
  return foldText(query).split(/\s+/u).filter(Boolean);
}

/** Words need not be whole: Chinese is written without spaces, and a query is searched while it is typed. */
export function containsWords(clip: Clip, words: readonly string[]): boolean {
  const text = searchedText(clip);
  return words.every((word) => text.includes(word));
}

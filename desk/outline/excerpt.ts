import type { Clip } from '../../src/news/clip';
import { foldForSearch, splitQuery } from '../../src/storage/database/searched-text';
import { unmarkedWords } from '../../src/news/text/unmarked-words';

/** Characters before and after the word that was found. */
const AROUND = 40;
/** Of a longer word, the beginning is shown. */
const LONGEST_WORD = 200;

export interface Excerpt {
  before: string;
  found: string;
  after: string;
}

/**
 * The first word of a query in the quotes or the comment of a clip, with some words around it. `undefined` if it is in none of
 * them: then it was found in the headline, the outlet or the byline.
 */
export function excerptFor(clip: Pick<Clip, 'quotes' | 'comment'>, query: string): Excerpt | undefined {
  for (const text of [...clip.quotes.map((quote) => quote.markdown), clip.comment ?? ''].map(plainLine)) {
    const excerpt = markIn(text, query);
    if (excerpt === undefined) continue;
    const { before, found, after } = excerpt;
    return {
      before: (before.length > AROUND ? '…' : '') + before.slice(-AROUND),
      found,
      after: after.slice(0, AROUND) + (after.length > AROUND ? '…' : ''),
    };
  }
  return undefined;
}

/** A whole text, with the first of the query's words that is in it. */
export function markIn(text: string, query: string): Excerpt | undefined {
  const all = foldForSearch(text);
  const word = splitQuery(query)
    .map((one) => one.slice(0, LONGEST_WORD))
    .find((one) => all.includes(one));
  if (word === undefined) return undefined;
  const { folded, places } = foldWithPlaces(text);
  const at = folded.indexOf(word);
  if (at === -1) return undefined;
  const [start, end] = [places[at] ?? 0, places[at + word.length] ?? text.length];
  return { before: text.slice(0, start), found: text.slice(start, end), after: text.slice(end) };
}

/** A text as it is searched, and for each code unit of it the place in the text. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const places: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldForSearch(character);
    parts.push(folded);
    places.push(...Array.from({ length: folded.length }, () => at));
    at += character.length;
  }
  return { folded: parts.join(''), places };
}

function plainLine(markdown: string): string {
  return unmarkedWords(markdown).replace(/[>#]/gu, '').replace(/\s+/gu, ' ').trim();
}

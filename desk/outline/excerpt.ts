import type { Clip } from '../../src/news/clip';
import { unmarkedWords } from '../../src/news/text/unmarked-words';

/** Characters before and after the word that was found. */
const AROUND = 40;
/** Of a longer word, the beginning is looked for. Expressions of some ten thousand characters are errors. */
const LONGEST_WORD = 200;

export interface Excerpt {
  before: string;
  found: string;
  after: string;
}

/**
 * The first word of a query in the quotes or the comment of a clip, with some words around it. `undefined` if it is in none of
 * them: then it was found in the headline or the outlet, which are shown anyway.
 */
export function excerptFor(clip: Pick<Clip, 'quotes' | 'comment'>, query: string): Excerpt | undefined {
  const [word = ''] = query.trim().split(/\s+/u);
  const sought = new RegExp(word.slice(0, LONGEST_WORD).replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'iu');
  for (const text of [...clip.quotes.map((quote) => quote.markdown), clip.comment ?? ''].map(plainLine)) {
    const match = sought.exec(text);
    if (match === null) continue;
    const [found] = match;
    const end = match.index + found.length;
    return {
      before: (match.index > AROUND ? '…' : '') + text.slice(Math.max(0, match.index - AROUND), match.index),
      found,
      after: text.slice(end, end + AROUND) + (end + AROUND < text.length ? '…' : ''),
    };
  }
  return undefined;
}

function plainLine(markdown: string): string {
  return unmarkedWords(markdown).replace(/[>#]/gu, '').replace(/\s+/gu, ' ').trim();
}

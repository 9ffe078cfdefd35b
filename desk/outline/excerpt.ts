import type { Clip } from '../../src/news/clip';

/** Characters before and after the word that was found. */
const AROUND = 40;

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
  const sought = new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'), 'iu');
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
  return markdown
    .replace(/\]\([^)]*\)|[*_`~\\[\]>#]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

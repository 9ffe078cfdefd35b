import type { Quote } from './quote';

/** Words that were left out of a quote because nobody sees them in the page, and the quote with them. */
export interface ConcealedPart {
  words: string;
  whole: Quote;
}

/** How many words a reader would have been given unseen; one at least. */
export function countConcealedWords(parts: readonly ConcealedPart[]): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const counts = parts.map(
    ({ words }) => [...segmenter.segment(words)].filter(({ isWordLike }) => isWordLike).length,
  );
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

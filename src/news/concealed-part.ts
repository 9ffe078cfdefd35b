import type { Quote } from './quote';
import { countWordSpans } from './text/word-spans';

/** Words that were left out of a quote because nobody sees them in the page, and the quote with them. */
export interface ConcealedPart {
  words: string;
  whole: Quote;
}

/** How many words a reader would have been given unseen; one at least. */
export function countConcealedWords(parts: readonly ConcealedPart[]): number {
  const counts = parts.map(({ words }) => countWordSpans(words));
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

import type { Quote } from './quote';
import { countWordSpans } from './text/word-spans';

/** Words that were left out of a quote because the page does not show them, and the quote with these words. */
export interface ConcealedPart {
  words: string;
  whole: Quote;
}

/** Counts the words that the page does not show; at least one. */
export function countConcealedWords(parts: readonly ConcealedPart[]): number {
  const counts = parts.map(({ words }) => countWordSpans(words));
  return Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
}

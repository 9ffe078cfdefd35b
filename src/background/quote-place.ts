import type { Quote } from '../news/quote';

/** Which of a clip's quotes a new one has become, counted from 1 in the order of the article. */
export interface QuotePlace {
  number: number;
  count: number;
}

/**
 * The place of the first new quote, or `joined` if a quote that was there has become a part of it; `undefined` where it is the only
 * one, or none is new.
 */
export function placeOfNewQuote(
  before: readonly Quote[],
  after: readonly Quote[],
): QuotePlace | 'joined' | undefined {
  const place = after.findIndex(({ id }) => before.every((quote) => quote.id !== id));
  if (place === -1) return undefined;
  if (before.some(({ id }) => after.every((quote) => quote.id !== id))) return 'joined';
  return after.length < 2 ? undefined : { number: place + 1, count: after.length };
}

/** Whether all that is quoted now was quoted before, word for word. */
export function isQuotedAlready(before: readonly Quote[], after: readonly Quote[]): boolean {
  const words = new Set(before.map(({ markdown }) => markdown));
  return after.length <= before.length && after.every(({ markdown }) => words.has(markdown));
}

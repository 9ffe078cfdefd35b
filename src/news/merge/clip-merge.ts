import type { ClipContent } from '../clip';
import type { Quote } from '../quote';
import { mergeTexts } from './text-segments';

/**
 * Merges two contents of one clip that were written independently. Where they differ, the fields and quotes of `leading` win; no
 * quote and no word of a comment is lost from either.
 */
export function mergeClipContents<Content extends ClipContent>(
  leading: Content,
  other: ClipContent,
): Content {
  const comment = mergeTexts(leading.comment, other.comment);
  return {
    ...leading,
    quotes: mergeQuotes(leading.quotes, other.quotes),
    ...(comment !== undefined && { comment }),
  };
}

function mergeQuotes(quotes: readonly Quote[], others: readonly Quote[]): Quote[] {
  const isSameAs = (one: Quote) => (other: Quote) => one.id === other.id || one.markdown === other.markdown;
  const isNew = (quote: Quote) => !quotes.some(isSameAs(quote));
  const filled = quotes.map((quote) => fillQuote(quote, others.find(isSameAs(quote))));
  return [...filled, ...others.filter(isNew)];
}

/** Adds the other side's speaker or translation if this quote has none, and its position if the words are the same. */
function fillQuote(quote: Quote, other: Quote | undefined): Quote {
  if (other === undefined) return quote;
  const { speaker, translation, textQuote, textPosition, fragment } = other;
  return {
    ...(speaker !== undefined && { speaker }),
    ...(translation !== undefined && { translation }),
    ...(quote.markdown === other.markdown && {
      ...(textQuote && { textQuote }),
      ...(textPosition && { textPosition }),
      ...(fragment && { fragment }),
    }),
    ...quote,
  };
}

import type { Arrangement, QuoteToPlace } from '../news/arrangement';
import { arrangeQuotes } from '../reading/quotes/quote-arrangement';

/** Injected only where a clip has quotes already, so that the quote reader stays small. */
export interface QuoteArranger {
  /** Finds the quotes of a clip again, in the order of the article; those that overlap or adjoin become one. */
  arrangeQuotes: (quotes: QuoteToPlace[]) => Arrangement;
}

declare global {
  var clipsheetArranger: QuoteArranger;
}

globalThis.clipsheetArranger = { arrangeQuotes: (quotes) => arrangeQuotes(document, quotes) };

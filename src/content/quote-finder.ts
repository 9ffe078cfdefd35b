import type { Arrangement, QuoteToPlace } from '../news/arrangement';
import { readLinkText } from '../reading/link-text';
import { arrangeQuotes } from '../reading/quote-arrangement';

/** What a clip asks of a page besides its fields: injected for that alone, so that the reader stays small. */
export interface QuoteFinder {
  /** Finds the quotes of a clip anew, in the order of the article; those that overlap or adjoin as one. */
  arrangeQuotes: (quotes: QuoteToPlace[]) => Arrangement;
  /** The text of the longest link to an address. */
  readLinkText: (address: string) => string | undefined;
}

declare global {
  var clipsheetFinder: QuoteFinder;
}

globalThis.clipsheetFinder = {
  arrangeQuotes: (quotes) => arrangeQuotes(document, quotes),
  readLinkText: (address) => readLinkText(document, address),
};

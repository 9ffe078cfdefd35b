import type { Arrangement, QuoteToPlace } from '../news/arrangement';
import type { Passage } from '../news/captured-page';
import { readLinkText } from '../reading/article/link-text';
import { arrangeQuotes } from '../reading/quotes/quote-arrangement';
import { readSelectedPassages } from '../reading/quotes/quote-passages';

/** What a clip needs from a page besides its fields. Injected only then, so that the reader stays small. */
export interface QuoteReader {
  /** The selected passages. */
  readPassages: () => Passage[];
  /** Finds the quotes of a clip again, in the order of the article; those that overlap or adjoin become one. */
  arrangeQuotes: (quotes: QuoteToPlace[]) => Arrangement;
  /** The text of the longest link to an address. */
  readLinkText: (address: string) => string | undefined;
}

declare global {
  var clipsheetQuotes: QuoteReader;
}

globalThis.clipsheetQuotes = {
  readPassages: () => readSelectedPassages(document),
  arrangeQuotes: (quotes) => arrangeQuotes(document, quotes),
  readLinkText: (address) => readLinkText(document, address),
};

import type { Arrangement, QuoteToPlace } from '../news/arrangement';
import type { CapturedPage, Passage } from '../news/captured-page';
import { readLinkText } from '../reading/link-text';
import { readFields } from '../reading/page';
import { arrangeQuotes } from '../reading/quote-arrangement';
import { readPassages } from '../reading/quote-passages';

/** What the injected file puts into the page's isolated world: one global, overwritten at each injection. */
export interface PageReader {
  readPage: () => CapturedPage;
  /** Finds the quotes of a clip anew, in the order of the article; those that overlap or adjoin as one. */
  arrangeQuotes: (quotes: QuoteToPlace[]) => Arrangement;
  /** The text of the longest link to an address. */
  readLinkText: (address: string) => string | undefined;
}

declare global {
  var clipsheetReader: PageReader;
}

globalThis.clipsheetReader = {
  readPage: () => ({
    location: location.href,
    ...readFields(document, location.href),
    passages: passagesOrNone(),
  }),
  arrangeQuotes: (quotes) => arrangeQuotes(document, quotes),
  readLinkText: (address) => readLinkText(document, address),
};

/** Where a page breaks the reading of its selection, its fields still count, and the selection's plain text is left. */
function passagesOrNone(): Passage[] {
  try {
    return readPassages(document);
  } catch (error) {
    console.debug('Clipsheet: the selection', error);
    return [];
  }
}

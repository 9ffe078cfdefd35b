import type { CapturedPage, Passage } from '../news/captured-page';
import { readFields } from '../reading/page';
import { readPassages } from '../reading/quote-passages';

/** What the injected file puts into the page's isolated world: one global, overwritten at each injection. */
export interface PageReader {
  readPage: () => CapturedPage;
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

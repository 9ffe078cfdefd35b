import type { CapturedPage } from '../news/captured-page';
import { readFields } from '../reading/page';

/** What the injected file puts into the page's isolated world: one global, overwritten at each injection. */
export interface PageReader {
  readPage: () => CapturedPage;
}

declare global {
  var clipsheetReader: PageReader;
}

globalThis.clipsheetReader = {
  readPage: () => ({ location: location.href, ...readFields(document, location.href), passages: [] }),
};

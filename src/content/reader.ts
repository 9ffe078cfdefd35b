import type { CapturedPage } from '../news/captured-page';
import { readLinkText } from '../reading/link-text';
import { readFields } from '../reading/page';

/** What the injected file puts into the page's isolated world: one global, overwritten at each injection. */
export interface PageReader {
  readPage: () => CapturedPage;
  /** The text of the longest link to an address. */
  readLinkText: (address: string) => string | undefined;
}

declare global {
  var clipsheetReader: PageReader;
}

globalThis.clipsheetReader = {
  readPage: () => ({ location: location.href, ...readFields(document, location.href), passages: [] }),
  readLinkText: (address) => readLinkText(document, address),
};

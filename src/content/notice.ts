import { NoticeBox } from './notice-box';
import type { NoticeContent } from './notice-content';

/** What the injected file puts into the page's isolated world: one global, overwritten at each injection. */
export interface PageNotice {
  /** Shows a notice in place of the one that may be there. */
  showNotice: (notice: NoticeContent) => void;
  hideNotice: () => void;
}

declare global {
  var clipsheetNotice: PageNotice;
}

let open: NoticeBox | undefined;

const pageNotice: PageNotice = {
  showNotice: (notice) => {
    open?.remove();
    open = new NoticeBox(document, notice);
  },
  hideNotice: () => open?.remove(),
};

// An earlier injection of this file may have a notice open still. An element of the page may have this name, too: then it is
// a property of the window, but not its own.
if (Object.hasOwn(globalThis, 'clipsheetNotice')) globalThis.clipsheetNotice.hideNotice();
globalThis.clipsheetNotice = pageNotice;

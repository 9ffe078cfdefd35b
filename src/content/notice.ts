import { NoticeBox } from './notice-box';
import type { NoticeContent } from './notice-content';

/** What the injected file adds to the page's isolated world: one global, overwritten at each injection. */
export interface PageNotice {
  /** Shows a notice, in place of an earlier one. */
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

// An earlier injection of this file may still show a notice. If an element of the page has this name, it is a property of the
// window, but not an own one.
if (Object.hasOwn(globalThis, 'clipsheetNotice')) globalThis.clipsheetNotice.hideNotice();
globalThis.clipsheetNotice = pageNotice;

import { readLinkText } from '../reading/article/link-text';
import { readSelection, type PageSelection } from '../reading/quotes/quote-passages';
import { readSelectedText, type SelectedText } from '../reading/quotes/selected-ranges';

/** What a clip needs from a page besides its fields. Injected only then, so that the reader stays small. */
export interface QuoteReader {
  /** The selected passages, and the text of the selection. */
  readSelection: () => PageSelection;
  /** The text that is selected, and whether the focus is in this document: asked of each frame to find the one with the selection. */
  readSelectedText: () => SelectedText;
  /** The text of the longest link to an address. */
  readLinkText: (address: string) => string | undefined;
}

declare global {
  var clipsheetQuotes: QuoteReader;
}

globalThis.clipsheetQuotes = {
  readSelection: () => readSelection(document),
  readSelectedText: () => readSelectedText(document),
  readLinkText: (address) => readLinkText(document, address),
};

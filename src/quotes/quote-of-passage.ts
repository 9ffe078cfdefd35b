import type { Passage } from '../news/captured-page';
import { withoutInvisibleCharacters } from '../news/plain-text';
import type { Quote } from '../news/quote';
import { paragraphsFromPdf } from './pdf-text';
import { markdownFromPlainText, markdownFromTree } from './quote-markdown';

/** A quote with the form of the page: paragraphs, links, emphasis, lists. */
export function quoteFromPassage({ tree, ...selectors }: Passage, id: string): Quote {
  return { id, markdown: markdownFromTree(tree), ...selectors };
}

/** A quote of which only the words are known, as in PDF viewers (`selectionText`, the clipboard); marked as plain. */
export function quoteFromPlainText(text: string, id: string): Quote {
  return {
    id,
    markdown: markdownFromPlainText(withoutInvisibleCharacters(paragraphsFromPdf(text))),
    isPlain: true,
  };
}

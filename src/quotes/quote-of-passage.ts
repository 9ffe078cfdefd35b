import type { Passage } from '../news/captured-page';
import { closeBidiOfParagraphs } from '../news/text/bidi';
import type { ConcealedPart } from '../news/concealed-part';
import { withoutOddCharacters } from '../news/text/odd-characters';
import { withoutInvisibleCharacters } from '../news/text/plain-text';
import type { Quote } from '../news/quote';
import { paragraphsFromPdf } from './pdf-text';
import { markdownFromPlainText, markdownFromTree } from './quote-markdown';

/** A quote with the formatting of the page: paragraphs, links, emphasis, lists. */
export function quoteFromPassage({ tree, concealed: _concealed, ...selectors }: Passage, id: string): Quote {
  return { id, markdown: closeBidiOfParagraphs(markdownFromTree(tree)), ...selectors };
}

/** The invisible text of a passage, and its quote including that text. */
export function concealedPartOf({ concealed, ...passage }: Passage, id: string): ConcealedPart | undefined {
  if (concealed === undefined) return undefined;
  const words = withoutOddCharacters(concealed.words);
  return { words, whole: quoteFromPassage({ ...passage, tree: concealed.whole }, id) };
}

/** A quote of which only the words are known, as in PDF viewers (`selectionText`, the clipboard). It is marked as plain. */
export function quoteFromPlainText(text: string, id: string): Quote {
  return {
    id,
    markdown: markdownFromForeignText(paragraphsFromPdf(text)),
    isPlain: true,
  };
}

/** The Markdown of plain text from a page or the clipboard. */
export function markdownFromForeignText(text: string): string {
  return closeBidiOfParagraphs(markdownFromPlainText(withoutOddCharacters(withoutInvisibleCharacters(text))));
}

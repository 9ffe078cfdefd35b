import type { Passage } from '../news/captured-page';
import { closeBidiOfParagraphs } from '../news/text/bidi';
import type { ConcealedPart } from '../news/concealed-part';
import { withoutOddCharacters, withoutPiledMarks } from '../news/text/odd-characters';
import { withoutInvisibleCharacters } from '../news/text/plain-text';
import type { Quote } from '../news/quote';
import { paragraphsFromPdf } from './pdf-text';
import { markdownFromLongTree, markdownFromPlainText, markdownFromTree } from './quote-markdown';

/** A quote with the formatting of the page: paragraphs, links, emphasis, lists. */
export function quoteFromPassage({ tree, concealed: _concealed, ...selectors }: Passage, id: string): Quote {
  return { id, markdown: tidy(markdownFromTree(tree)), ...selectors };
}

/** Does the same, but lets the page respond in between: a passage may be very long. */
export async function quoteFromLongPassage(passage: Passage, id: string): Promise<Quote> {
  const { tree, concealed: _concealed, ...selectors } = passage;
  return { id, markdown: tidy(await markdownFromLongTree(tree)), ...selectors };
}

/** Marks may be piled up from several elements. */
function tidy(markdown: string): string {
  return closeBidiOfParagraphs(withoutPiledMarks(markdown));
}

/** The invisible text of a passage, and its quote including that text. */
export function concealedPartOf(passage: Passage, id: string): ConcealedPart | undefined {
  const whole = withConcealed(passage);
  return whole && { words: wordsConcealedIn(passage), whole: quoteFromPassage(whole, id) };
}

/** Does the same, but lets the page respond in between. */
export async function concealedPartOfLong(passage: Passage, id: string): Promise<ConcealedPart | undefined> {
  const whole = withConcealed(passage);
  return whole && { words: wordsConcealedIn(passage), whole: await quoteFromLongPassage(whole, id) };
}

function withConcealed({ concealed, ...passage }: Passage): Passage | undefined {
  return concealed && { ...passage, tree: concealed.whole };
}

function wordsConcealedIn({ concealed }: Passage): string {
  return withoutOddCharacters(concealed?.words ?? '');
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

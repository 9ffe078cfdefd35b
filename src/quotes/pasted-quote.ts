import { withoutOddCharacters } from '../news/text/odd-characters';
import { paragraphsFromPdf } from './pdf-text';
import { markdownFromForeignText } from './quote-of-passage';

/** Syntax that the text of a PDF does not contain: links, bold, headings and quotations of Markdown. */
const MARKDOWN = /\]\(|\*\*|^(?:#{1,6}|>)\s/mu;

/**
 * The Markdown of text copied from a PDF: lines joined to paragraphs, hyphenated words joined, characters escaped. Returns
 * `undefined` if the text was not set in lines of a column.
 */
export function markdownFromPdfText(text: string): string | undefined {
  if (MARKDOWN.test(text)) return undefined;
  const paragraphs = paragraphsFromPdf(text);
  return paragraphs === text ? undefined : markdownFromForeignText(paragraphs);
}

/** The Markdown that is inserted into a quote for pasted text. */
export function quoteFromPaste(text: string): string {
  return markdownFromPdfText(text) ?? withoutOddCharacters(text);
}

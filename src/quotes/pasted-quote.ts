import { withoutOddCharacters } from '../news/text/odd-characters';
import { paragraphsFromPdf } from './pdf-text';
import { markdownFromForeignText } from './quote-of-passage';

/** What no PDF's text has: links, bold, headings and quotations as Markdown writes them. */
const MARKDOWN = /\]\(|\*\*|^(?:#{1,6}|>)\s/mu;

/**
 * The Markdown of text that was copied from a PDF: lines joined to paragraphs, words whole, signs as they are. `undefined`
 * where the text was not set in lines of a column, and is to be taken as it comes.
 */
export function markdownFromPdfText(text: string): string | undefined {
  if (MARKDOWN.test(text)) return undefined;
  const paragraphs = paragraphsFromPdf(text);
  return paragraphs === text ? undefined : markdownFromForeignText(paragraphs);
}

/** What is put into a quote's Markdown for a text that is pasted there. */
export function quoteFromPaste(text: string): string {
  return markdownFromPdfText(text) ?? withoutOddCharacters(text);
}

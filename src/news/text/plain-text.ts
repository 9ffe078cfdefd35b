import { closeBidiOfParagraphs, openBidi } from './bidi';

/**
 * Plain text as fields of a clip hold it. Whatever a page, a file or a person hands in passes through here once, on entry.
 */

const NOT_TEXT = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
/** Invisible characters that pages put into words. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji need them. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/gu;

/** Removes what no parser gives back: NUL and lone surrogates. */
export function withoutBrokenCharacters(text: string): string {
  return text.replace(NOT_TEXT, '');
}

/** Removes U+200B, U+2060, U+FEFF and U+00AD as well. */
export function withoutInvisibleCharacters(text: string): string {
  return withoutBrokenCharacters(text).replace(INVISIBLE, '');
}

/**
 * One line of plain text: broken and invisible characters out, white space collapsed, unclosed bidi controls closed.
 * Gives `undefined` when nothing is left. What is longer than `maxLength` is cut: only pages are given one.
 */
export function tidyLine(text: string, maxLength = Infinity): string | undefined {
  const line = withoutInvisibleCharacters(text).replace(/\s+/gu, ' ').trim();
  const cut = line.length > maxLength ? withoutBrokenCharacters(line.slice(0, maxLength)) : line;
  return cut === '' ? undefined : cut + openBidi(cut);
}

/**
 * Markdown as it is kept: broken and invisible characters out, no white space at its ends, the bidi controls of each paragraph closed
 * in it. `undefined`: nothing is left.
 */
export function tidyMarkdown(markdown: string): string | undefined {
  const text = withoutInvisibleCharacters(markdown)
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return text === '' ? undefined : closeBidiOfParagraphs(text);
}

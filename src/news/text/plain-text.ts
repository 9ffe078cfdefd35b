import { closeBidiOfParagraphs, openBidi } from './bidi';

/** Plain text as the fields of a clip store it. All text from pages, files and people passes through here once, on entry. */

const NOT_TEXT = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
/** Invisible characters that pages insert into words. Joiners (U+200C, U+200D) are kept: Persian, Hindi and emoji need them. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/gu;

/** Removes characters that parsers do not preserve: NUL and lone surrogates. */
function withoutBrokenCharacters(text: string): string {
  return text.replace(NOT_TEXT, '');
}

/** Also removes U+200B, U+2060, U+FEFF and U+00AD. */
export function withoutInvisibleCharacters(text: string): string {
  return withoutBrokenCharacters(text).replace(INVISIBLE, '');
}

/**
 * Makes one line of plain text: removes broken and invisible characters, collapses white space, and closes bidi controls. Returns
 * `undefined` if nothing is left. Text longer than `maxLength` is cut; only text from pages has such a limit.
 */
export function tidyLine(text: string, maxLength = Infinity): string | undefined {
  const line = withoutInvisibleCharacters(text).replace(/\s+/gu, ' ').trim();
  const cut = line.length > maxLength ? withoutBrokenCharacters(line.slice(0, maxLength)) : line;
  return cut === '' ? undefined : cut + openBidi(cut);
}

/**
 * Tidies Markdown for storage: removes broken and invisible characters, trims it, and closes the bidi controls of each paragraph
 * within it. Returns `undefined` if nothing is left.
 */
export function tidyMarkdown(markdown: string): string | undefined {
  const text = withoutInvisibleCharacters(markdown)
    .replace(/^(?:[^\S\n]*\n)+/u, '')
    .trimEnd();
  return text === '' ? undefined : closeBidiOfParagraphs(text);
}

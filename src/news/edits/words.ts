/**
 * Words as merging counts them. The character ranges are fixed, without Unicode properties, because browsers with different
 * Unicode versions must split a text in the same way: the positions of its words are compared.
 */

/** Scripts written without spaces, in which each character counts as a word. */
const IDEOGRAPH =
  '\\u2E80-\\u2FDF\\u3005-\\u3007\\u3021-\\u3029\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}';
/** Letters, marks and digits of all other scripts, and the joiners (U+200C, U+200D) inside their words. */
const LETTER =
  '0-9A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u1FFF\\u200C\\u200D\\u2C00-\\u2DFF\\u3040-\\u30FF\\u3100-\\u31FF\\uA000-\\uD7FF\\uFB00-\\uFDFF' +
  '\\uFE70-\\uFEFC\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF66-\\uFFDC\\u{10000}-\\u{1EFFF}';

const TOKEN = new RegExp(`[${IDEOGRAPH}]|[${LETTER}]+|\\s+|.`, 'gsu');
const WORD = new RegExp(`^[${IDEOGRAPH}${LETTER}]`, 'u');
const SPACED_WORD = new RegExp(`^[${LETTER}]`, 'u');

/** Splits a text into words, runs of white space, and single other characters. */
export function splitWords(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

export function isWord(token: string): boolean {
  const kind = quickKindOf(token);
  return kind === undefined ? WORD.test(token) : kind === 'word' || kind === 'ideograph';
}

/**
 * Joins what `splitWords` has split. No text has two spaced words or two runs of white space next to each other: if a merge has
 * produced that, a space is inserted between the words, and the longer run of white space is kept.
 */
export function joinWords(tokens: readonly string[]): string {
  const joined: string[] = [];
  let before: Kind = 'sign';
  for (const token of tokens) {
    const kind = kindOf(token);
    if (kind === 'space' && before === 'space') {
      if (token.length > (joined.at(-1) ?? '').length) joined[joined.length - 1] = token;
    } else if (kind === 'word' && before === 'word') joined.push(' ', token);
    else joined.push(token);
    before = kind;
  }
  return joined.join('');
}

/** `word`: one with spaces around it. */
type Kind = 'space' | 'word' | 'ideograph' | 'sign';

function kindOf(token: string): Kind {
  const kind = quickKindOf(token);
  if (kind !== undefined) return kind;
  if (/^\s/u.test(token)) return 'space';
  return SPACED_WORD.test(token) ? 'word' : 'sign';
}

/** The kind of most tokens, without an expression: a text of 100,000 characters may have as many. */
function quickKindOf(token: string): Kind | undefined {
  const code = token.charCodeAt(0);
  if (code >= 0x4e00 && code <= 0x9fff) return 'ideograph';
  if (code >= 0x80) return undefined;
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39))
    return 'word';
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 'space' : 'sign';
}

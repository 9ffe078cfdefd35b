/**
 * Letters, approximately, for character classes: everything except the blocks of symbols. `\p{L}` has six hundred ranges, and
 * each expression with it costs a page a millisecond. None of the symbols is the other case of a letter, as the Kelvin sign is
 * of k.
 */
const SIGNS = String.raw`\0-/:-@[-\x60{-\xB4\xB6-\xBF\xD7\xF7\u060C\u061B\u061F\u066A-\u066D\u0964\u0965\u2000-\u20FF\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u303F\uE000-\uF8FF\uFE10-\uFE6F\uFF00-\uFF20\uFFF0-\uFFFF\u{1F000}-\u{1FFFF}`;

/** Classes as source text for expressions with the flag `u`. */
export const LETTER = String.raw`[^\d${SIGNS}]`;
export const NO_LETTER = String.raw`[\d${SIGNS}]`;
/** Neither a letter nor a digit. */
export const SIGN = `[${SIGNS}]`;

/** Chinese characters, for use within a class. `\p{Script=Han}` is fifty times as slow. */
export const HAN = String.raw`\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}`;
export const HANGUL = String.raw`\u1100-\u11FF\u3130-\u318F\uA960-\uA97F\uAC00-\uD7FF`;

const A_LETTER = new RegExp(LETTER, 'u');

export function hasLetter(text: string): boolean {
  return A_LETTER.test(text);
}

const A_HAN = new RegExp(`[${HAN}]`, 'u');

export function hasHan(text: string): boolean {
  return A_HAN.test(text);
}

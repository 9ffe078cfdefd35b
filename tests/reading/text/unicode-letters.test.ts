import { expect, it } from 'vitest';
import { hasLetter, LETTER, SIGN } from '../../../src/reading/text/unicode-letters';

it.each(['k', 'K', 'å', 'Ω', 'ж', '記', '한', 'ا', 'ी', 'ʻ', '々', '𠀀'])(
  '%s is part of a word',
  (letter) => {
    expect(hasLetter(letter)).toBe(true);
    expect(new RegExp(`^${LETTER}$`, 'iu').test(letter)).toBe(true);
  },
);

it.each(['7', ' ', '\u00a0', '_', '—', '“', '€', '→', '、', '。', '？', '،', '।', '🙂', '\ue8b6', '\ufffd'])(
  '%s is not',
  (sign) => {
    expect(hasLetter(sign)).toBe(false);
  },
);

it('a digit is not a sign', () => {
  expect(new RegExp(SIGN, 'u').test('7')).toBe(false);
});

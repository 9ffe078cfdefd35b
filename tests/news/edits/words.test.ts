import { expect, it } from 'vitest';
import { isWord, joinWords, splitWords } from '../../../src/news/edits/words';

/** U+1680, a space between words of Ogham, is among the letters of its range. */
const OGHAM_SPACE = '\u1680';

const CHARACTERS = Array.from({ length: 0x1_1000 }, (_, code) => String.fromCodePoint(code)).filter(
  (character) => character.isWellFormed() && character !== OGHAM_SPACE,
);

it('a character is a word in the same way whether it is split, counted or joined', () => {
  const wrong = CHARACTERS.filter((character) => {
    const isPartOfWord = splitWords(`a${character}`).length === 1;
    const joined = joinWords(['a', character]);
    return (isPartOfWord && !isWord(character)) || joined !== (isPartOfWord ? 'a ' : 'a') + character;
  });
  expect(wrong).toEqual([]);
});

it('Chinese characters are words without spaces, and other signs are none', () => {
  const words = CHARACTERS.filter(
    (character) => isWord(character) && splitWords(`a${character}`).length === 2,
  );
  expect(
    words.every(
      (character) =>
        /[\p{Script=Han}\p{Ideographic}\u2E80-\u2FDF\u9FFD-\u9FFF]/u.test(character) ||
        /\P{Assigned}/u.test(character),
    ),
  ).toBe(true);
  expect(words).toEqual(expect.arrayContaining(['一', '中', '鿿', '㐀', '々', '〇']));
  expect(Array.from(' \t\n!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~').filter(isWord)).toEqual([]);
  expect(Array.from('azAZ09').filter(isWord)).toHaveLength(6);
});

it('of two runs of white space that a merge has put together, the longer is kept', () => {
  expect(joinWords(['a', ' ', '\n\n', 'b', 'c', '中', 'd'])).toBe('a\n\nb c中d');
});

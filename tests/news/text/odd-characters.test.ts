import { expect, test } from 'vitest';
import { closeBidiOfParagraphs } from '../../../src/news/text/bidi';
import { hasOddCharacters, withoutOddCharacters } from '../../../src/news/text/odd-characters';
import { mayHaveOddCharacters } from '../../../src/news/text/suspect-characters';

test.each([
  ['Persian with U+200C', 'می\u200Cخواهم'],
  ['Hindi with U+200D', 'क्\u200Dष'],
  ['a family', '👨\u200D👩\u200D👧'],
  ['a family of four', '👩\u200D👩\u200D👧\u200D👧'],
  ['two women and two children', '🧑\u200D🧑\u200D🧒\u200D🧒'],
  ['two men and a heart', '👨\u200D❤\uFE0F\u200D👨'],
  ['a couple of one skin', '🧑🏽\u200D🤝\u200D🧑🏽'],
  ['a face in clouds', '😶\u200D🌫\uFE0F'],
  ['a heart on fire', '❤\uFE0F\u200D🔥'],
  ['a keycap', '1\uFE0F\u20E3'],
  ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
  ['the flag of Texas', '🏴\u{E0075}\u{E0073}\u{E0074}\u{E0078}\u{E007F}'],
  ['an Arabic letter in its initial form', 'ه\u200D هـ'],
  ['an Arabic letter joined with one that does not join', 'ر\u200Dه'],
  ['an Arabic letter joined with a high hamza', 'ه\u200Dٴ'],
  ['a congratulation in colour', '㊗\uFE0F'],
  ['a compatibility ideograph', '漢\uFE00'],
  ['a vowel apart in Mongolian', 'ᠨ\u180B\u180Eᠠ'],
  ['joined numbers of Brahmi', '\u{11064}\u{1107F}\u{11052}'],
  ['a form of an ideograph', '葛\u{E0100}'],
  ['a form of a Mongolian letter', 'ᠠ\u180B'],
  ['Hebrew with a mark of direction', 'שלום\u200F!'],
  ['old Korean', '\u1100\u1160'],
  ['hieroglyphs over each other', '\u{13000}\u{13430}\u{13001}'],
  ['hieroglyphs in a cartouche', '\u{1343C}\u{13000}\u{1343D}'],
  ['a mirrored hieroglyph', '\u{13000}\u{13440}'],
  ['a damaged hieroglyph and a blank', '\u{13460}\u{13447}\u{13441}\u{13000}'],
  ['joined letters of Tifinagh', 'ⵜ\u2D7Fⴰ'],
  ['a filler of Khitan', '\u{18B00}\u{16FE4}'],
  ['a stem without a head', '\u{1D159}\u{1D165}'],
  ['Vietnamese with its marks apart', 'e\u0302\u0323\u0301'],
  ['a stack of Tibetan', '\u0F67\u0F90\u0FA8\u0FB3\u0FBA\u0FBC\u0FBB\u0F7E'],
  ['Hebrew with points and accents', 'שׁ\u05B8\u0591\u05BD'],
  ['words embedded in Hebrew', 'שלום \u202Ab\u202C c'],
  ['isolated words in Arabic', 'قال \u2068BBC\u2069 اليوم'],
])('%s stays as it is', (_, text) => {
  expect(withoutOddCharacters(text)).toBe(text);
  expect(hasOddCharacters(text)).toBe(false);
});

/** A letter that joins (ArabicShaping.txt), or the sign that makes conjuncts (IndicSyllabicCategory.txt), of each script that has one. */
const SHAPED_BY_JOINERS =
  '0628 0712 0840 07CA 1820 A840 10AC1 10B80 10D00 10F30 10F70 10FB0 1E900 ' +
  '094D 09CD 0A4D 0ACD 0B4D 0BCD 0C4D 0CCD 0D4D 0DCA 1039 17D2 1A60 1B44 1BAB A806 A8C4 A9C0 AAF6 10A3F 11046 110B9 11133 111C0 11235 1134D ' +
  '113D0 11442 114C2 115BF 1163F 116B6 11839 1193E 119E0 11A47 11A99 11C3F 11D45 11D97 11F42 ' +
  '0640 064E 0670 0951 1CDA';

test.each(SHAPED_BY_JOINERS.split(' '))('joiners stay behind U+%s, whose script they shape', (code) => {
  const letter = String.fromCodePoint(Number.parseInt(code, 16));
  for (const text of [`${letter}\u200C${letter}`, `${letter}\u200D `])
    expect(withoutOddCharacters(text)).toBe(text);
});

test.each(['\u0E01', '\u0E81', '\u05D0', '\u3042', '\u6F22', 'e\u0301', '\u0F40'])(
  'joiners do not stay behind %s, whose script they do not shape',
  (letter) => {
    expect(withoutOddCharacters(`${letter}\u200C\u200D${letter}`)).toBe(letter + letter);
  },
);

test.each([
  ['tags', 'a\u{E0068}\u{E0069}b'],
  ['tags behind a flag', 'a🏴\u{E0067}b'.replace('🏴', '')],
  ['a selector without a base', 'a\uFE0Fb'],
  ['ideographic selectors without a base', 'a\u{E0101}\u{E0110}b'],
  ['a selector of Mongolian', 'a\u180Bb'],
  ['an invisible times', 'a\u2062b'],
  ['Hangul fillers', 'a\u3164\uFFA0\u115F\u1160b'],
  ['joiners between Latin letters', 'a\u200D\u200Cb'],
  ['marks of direction in a Latin text', 'a\u200E\u200F\u061Cb'],
  ['an override in a Latin text', 'a\u202Eb\u202C'],
  ['embeddings and isolates in a Latin text', '\u202A\u2067a\u2069\u2066b\u2069\u202C'],
  ['deprecated format characters', 'a\u206A\u206Fb'],
  ['a joiner of graphemes', 'a\u034Fb'],
  ['vowels of Khmer that are not drawn', 'a\u17B4\u17B5b'],
  ['marks of shorthand and music', 'a\u{1BCA0}\u{1D173}b'],
  ['annotations between lines', 'a\uFFF9\uFFFA\uFFFBb'],
  ['noncharacters', 'a\uFFFE\uFDD0\u{1FFFF}b'],
  ['the blank of Braille', 'a\u2800b'],
  ['joiners of hieroglyphs', 'a\u{13430}\u{1343F}b'],
  ['signs that mirror, leave out and damage hieroglyphs', 'a\u{13440}\u{13441}\u{13455}b'],
  ['a joiner of Tifinagh between other letters', 'a\u2D7Fb'],
  ['a filler of Khitan behind another letter', 'a\u{16FE4}b'],
  ['a note without a head', 'a\u{1D159}b'],
  ['the place of an object', 'a\uFFFCb'],
  ['characters for private use', 'a\uE000\uF8FF\u{F0000}\u{10FFFD}b'],
  ['controls', 'a\u0001\u0008\u007F\u0090b'],
])('%s are removed', (_, text) => {
  expect(withoutOddCharacters(text)).toBe('ab');
  expect(hasOddCharacters(text)).toBe(true);
  expect(mayHaveOddCharacters(text)).toBe(true);
});

test.each([
  ['tags of no flag', '🏴\u{E0068}\u{E0065}\u{E006C}\u{E006C}\u{E006F}\u{E007F}', '🏴'],
  ['selectors that no ideograph has', '漢\u{E0158}字\u{E01EF}漢\uFE0D字\uFE0F', '漢字漢字'],
  ['more selectors on one letter of Mongolian', 'ᠠ\u180B\u180C\u180B\u180E\u180F', 'ᠠ\u180B'],
  ['joiners of letters that join', 'س\u200Dل\u200Dا\u200Cم', 'سلا\u200Cم'],
  ['joiners and others between letters that join', 'س\u200D\u200Bل\u200D\u200C\u200Dا', 'سلا'],
  ['a joiner of marks and a selector behind it', 'a\u0301\u034F\uFE0F', 'a\u0301'],
  ['joiners of faces', '😀\u200D😀\u200D😁', '😀😀😁'],
  ['joiners of like animals', '🐱\u200D🐱', '🐱🐱'],
  ['the joiner of Brahmi numbers', 'a\u{1107F}b', 'ab'],
])('%s are removed where they have no function', (_, text, left) => {
  expect(withoutOddCharacters(text)).toBe(left);
  expect(hasOddCharacters(text)).toBe(true);
  expect(mayHaveOddCharacters(text)).toBe(true);
});

test('of many marks on one letter, a few stay', () => {
  for (const piled of ['\u0301'.repeat(100), '\u0301\u034F'.repeat(50), '\u0301\u200D'.repeat(50)]) {
    expect(withoutOddCharacters(`a${piled}b`)).toMatch(/^a\p{M}{8}b$/u);
    expect(hasOddCharacters(`a${piled}b`)).toBe(true);
    expect(mayHaveOddCharacters(`a${piled}b`)).toBe(true);
  }
});

test.each(['\x85', '\u2028', '\u2029'])('a separator of lines (%j) becomes a space', (separator) => {
  expect(withoutOddCharacters(`a${separator}b`)).toBe('a b');
  expect(hasOddCharacters(`a${separator}b`)).toBe(true);
});

test('a second selector is removed, the first stays', () => {
  expect(withoutOddCharacters('❤\uFE0F\uFE0F')).toBe('❤\uFE0F');
});

test('bidi controls of a quote are closed in their paragraph', () => {
  expect(closeBidiOfParagraphs('a \u202Eb\n\nc \u2066d\u2069')).toBe('a \u202Eb\u202C\n\nc \u2066d\u2069');
  expect(hasOddCharacters('a \u202Eb\n\nc\u202C')).toBe(true);
});

test.each(['```\n\u202Ea\n```', '| \u202Ea |\n| --- |'])(
  'where %j has no place to close them, they are removed',
  (text) => {
    expect(closeBidiOfParagraphs(text)).toBe(text.replace('\u202E', ''));
  },
);

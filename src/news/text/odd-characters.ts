import { openBidi } from './bidi';
import { hasRightToLeft } from './direction';

/**
 * Characters that have no function where they are: invisible ones, which can hide words and make texts differ that look the same,
 * those for private use, which only fonts of their own page draw, and marks that are piled on one letter.
 * Rules: Unicode 16, sections 23.2 to 23.9; emoji sequences: Unicode TS #51.
 */

/** The flags that fonts draw: a black flag and tag characters. Of others only the black flag is seen. */
const FLAG = `\u{1F3F4}(?:${['gbeng', 'gbsct', 'gbwls', 'ustx', 'usca'].map(asTags).join('|')})\u{E007F}`;
/**
 * Characters that no font draws, control characters except white space, noncharacters, those for private use, the blank Braille
 * pattern, the joiners of Tifinagh and of Brahmi numbers, the filler of Khitan, a note without a head, and the signs that arrange hieroglyphs.
 */
const INVISIBLE = String.raw`[\p{DI}\p{NChar}\p{Co}\uFFF9-\uFFFC\u2800\u2D7F\u{1107F}\u{16FE4}\u{1D159}\u{13430}-\u{13455}\x01-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]`;
const FLAG_OR_INVISIBLE = new RegExp(`${FLAG}|${INVISIBLE}`, 'gu');
/** Line and paragraph separators, which browsers draw in different ways, and Markdown does not know. */
const SEPARATOR = /[\x85\u2028\u2029]/gu;
/** More than eight marks on one letter, with the joiners between them. A stack of Tibetan has eight; other scripts need fewer. */
const PILED = /([\p{M}\u200C\u200D]{8})[\p{M}\u200C\u200D]+/gu;

/**
 * Scripts in which U+200C and U+200D control how letters join or form conjuncts: those with letters that join (Joining_Type D, L or R in Unicode's
 * ArabicShaping.txt), and those with a sign that makes conjuncts (Virama or Invisible_Stacker in IndicSyllabicCategory.txt; both of Unicode 15).
 */
const SHAPED_SCRIPTS = [
  'Adlm Arab Chrs Mand Mani Mong Nkoo Ougr Phag Phlp Rohg Sogd Syrc',
  'Bali Beng Bhks Brah Cakm Deva Diak Dogr Gong Gonm Gran Gujr Guru Java Kawi Khar Khmr Khoj Knda Kthi Lana Mlym Modi Mtei',
  'Mymr Nand Newa Orya Saur Shrd Sidd Sinh Soyo Sund Sylo Takr Taml Telu Tirh Zanb',
].flatMap((line) => line.split(' '));
/** Tulu-Tigalari, which browsers know since Unicode 16, and what scripts share: the line between Arabic letters, their vowels, and accents of the Vedas. */
const SHAPED_OTHERS = String.raw`\u{11380}-\u{113FF}\u0640\u064B-\u0655\u0670\u0951\u0952\u1CD0-\u1CFA`;
const SHAPED = new RegExp(
  `[${SHAPED_OTHERS}${SHAPED_SCRIPTS.map((script) => String.raw`\p{sc=${script}}`).join('')}]`,
  'u',
);
const MONGOLIAN_LETTER = /[\u1820-\u18AA]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
/** No picture is joined with a face behind it, and only people with their like. */
const FACE = /[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F917}\u{1F920}-\u{1F92F}\u{1F970}-\u{1F97A}]/u;
const PERSON = /[\u{1F466}-\u{1F469}\u{1F9D1}\u{1F9D2}]/u;
/** Joiners behind an Arabic letter that joins the next one anyway. */
const NEEDLESS_JOINER =
  /(?<=[ئبتثجحخسشصضطظعغفقكلمنهيپچکگی])\u200D(?=[\u0620\u0622-\u064A\u0671-\u0673\u0675-\u06D3])/gu;

/** Where each of these characters has a function, decided by the characters before and after it. All others have none. */
const FUNCTIONS: readonly [
  RegExp,
  (before: string, after: string, isRightToLeft: () => boolean) => boolean,
][] = [
  [/[\u200C\u200D]/u, (before, after) => SHAPED.test(before) || joinsPictures(before, after)],
  [
    /[\uFE0E\uFE0F]/u,
    (before, after) => (/[\d#*]/u.test(before) ? after === '\u20E3' : /\p{Emoji}/u.test(before)),
  ],
  [/\uFE00/u, (before) => /[\p{sc=Han}\p{sc=Phag}\p{sc=Myanmar}\u2200-\u22FF]/u.test(before)],
  // Of the 240 selectors for ideographs, no letter has been given more than some dozens.
  [/[\uFE01\uFE02\u{E0100}-\u{E013F}]/u, (before) => /\p{sc=Han}/u.test(before)],
  [/[\u180B-\u180D\u180F]/u, (before) => MONGOLIAN_LETTER.test(before)],
  [
    /\u180E/u,
    (before, after) => /[\u180B-\u180D\u180F\u1820-\u18AA]/u.test(before) && MONGOLIAN_LETTER.test(after),
  ],
  [/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u, (_before, _after, isRightToLeft) => isRightToLeft()],
  [
    /\u034F/u,
    (before, after) => /\p{M}/u.test(before) && /(?![\p{DI}\u2D7F\u{1107F}\u{16FE4}])\p{M}/u.test(after),
  ],
  [/\u115F/u, (_before, after) => /[\u1161-\u11A7]/u.test(after)],
  [/\u1160/u, (before) => /[\u1100-\u115E]/u.test(before)],
  [
    /[\u{13430}-\u{13455}]/u,
    (before, after) => /\p{sc=Egyp}/u.test(before) || /[\u{13000}-\u{1342F}\u{13460}-\u{143FA}]/u.test(after),
  ],
  [/\u2D7F/u, (before, after) => /[\u2D30-\u2D67]/u.test(before) && /[\u2D30-\u2D67]/u.test(after)],
  [/\u{1107F}/u, (before) => /[\u{11052}-\u{11065}]/u.test(before)],
  [/\u{16FE4}/u, (before) => /[\u{18B00}-\u{18CFF}]/u.test(before)],
  [/\u{1D159}/u, (_before, after) => /[\u{1D165}-\u{1D172}]/u.test(after)],
  [/\u2800/u, (before, after) => /[\u2801-\u28FF]/u.test(before + after)],
];

function asTags(code: string): string {
  return code.replace(/./gu, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)));
}

function joinsPictures(before: string, after: string): boolean {
  const isPictured = PICTURE.test(before) || /[\uFE0F\p{Emoji_Modifier}]/u.test(before);
  return isPictured && PICTURE.test(after) && !FACE.test(after) && (before !== after || PERSON.test(after));
}

/**
 * Removes the characters without a function, and makes separators of lines spaces. All text from pages and the clipboard
 * passes through here. The marks and controls of direction are kept in a text with letters of a right-to-left script.
 * @param isInRightToLeft for a piece of a longer text: whether that text has such letters
 */
export function withoutOddCharacters(text: string, isInRightToLeft = () => hasRightToLeft(text)): string {
  let before = '';
  let end = 0;
  let known: boolean | undefined;
  const isRightToLeft = () => (known ??= isInRightToLeft());
  const spaced = text.replace(SEPARATOR, ' ');
  const visible = spaced.replace(FLAG_OR_INVISIBLE, (found: string, at: number) => {
    if (at > end) before = lastCharacter(text, at);
    end = at + found.length;
    const next = text.codePointAt(end);
    const after = next === undefined ? '' : String.fromCodePoint(next);
    const isKept =
      found.startsWith('\u{1F3F4}') ||
      FUNCTIONS.some(([characters, works]) => characters.test(found) && works(before, after, isRightToLeft));
    if (isKept) before = found;
    return isKept ? found : '';
  });
  return withoutPiledMarks(visible.replace(NEEDLESS_JOINER, ''));
}

/** Leaves no more marks on a letter than any script needs; more of them cover the lines around. */
export function withoutPiledMarks(text: string): string {
  return text.replace(PILED, '$1');
}

function lastCharacter(text: string, end: number): string {
  const isPair = /[\uDC00-\uDFFF]/.test(text.charAt(end - 1)); // a surrogate: without the flag `u`
  return text.slice(isPair ? end - 2 : end - 1, end);
}

/** Whether a stored text contains characters without a function, or leaves a bidi control open. */
export function hasOddCharacters(text: string): boolean {
  return (
    withoutOddCharacters(text) !== text || text.split(/\n[ \t]*\n/u).some((part) => openBidi(part) !== '')
  );
}

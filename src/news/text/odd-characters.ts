import { openBidi } from './bidi';
import { hasRightToLeft } from './direction';

/**
 * Characters that have no function where they are: invisible ones, which can hide words and make texts differ that look the same,
 * those for private use, which only fonts of their own page draw, and marks that are piled on one letter.
 * Rules: Unicode 16, sections 23.2 to 23.9; emoji sequences: Unicode TS #51.
 */

/** The flags of regions such as England: a black flag and tag characters. */
const FLAG = String.raw`\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F}`;
/**
 * Characters that no font draws, control characters except white space, noncharacters, those for private use, the blank Braille
 * pattern, the joiner of Tifinagh, the filler of Khitan, a note without a head, and the signs that arrange hieroglyphs.
 */
const INVISIBLE = String.raw`[\p{DI}\p{NChar}\p{Co}\uFFF9-\uFFFC\u2800\u2D7F\u{16FE4}\u{1D159}\u{13430}-\u{13455}\x01-\x08\x0E-\x1F\x7F-\x84\x86-\x9F]`;
const FLAG_OR_INVISIBLE = new RegExp(`${FLAG}|${INVISIBLE}`, 'gu');
/** Line and paragraph separators, which browsers draw in different ways, and Markdown does not know. */
const SEPARATOR = /[\x85\u2028\u2029]/gu;
/** More than eight marks on one letter, with the joiners between them. A stack of Tibetan has eight; other scripts need fewer. */
const PILED = /([\p{M}\u200C\u200D]{8})[\p{M}\u200C\u200D]+/gu;

/** Scripts in which U+200C and U+200D control how letters join or form conjuncts. */
const SHAPED =
  /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mandaic}\p{sc=Nko}\p{sc=Adlam}\p{sc=Rohg}\p{sc=Mongolian}\p{sc=Phag}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}\p{sc=Balinese}\p{sc=Javanese}]/u;
const MONGOLIAN = /\p{sc=Mongolian}/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/** Where each of these characters has a function, decided by the characters before and after it. All others have none. */
const FUNCTIONS: readonly [
  RegExp,
  (before: string, after: string, isRightToLeft: () => boolean) => boolean,
][] = [
  [/[\u200C\u200D]/u, (before, after) => SHAPED.test(before) || (isPictured(before) && PICTURE.test(after))],
  [
    /[\uFE0E\uFE0F]/u,
    (before, after) => (/[\d#*]/u.test(before) ? after === '\u20E3' : isEmojiOrHan(before)),
  ],
  [
    /[\uFE00-\uFE0D\u{E0100}-\u{E01EF}]/u,
    (before) => /[\p{sc=Han}\p{sc=Phag}\p{sc=Myanmar}\u2200-\u22FF]/u.test(before),
  ],
  [/[\u180B-\u180F]/u, (before) => MONGOLIAN.test(before)],
  [/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u, (_before, _after, isRightToLeft) => isRightToLeft()],
  [/\u034F/u, (before, after) => /\p{M}/u.test(before) && /\p{M}/u.test(after)],
  [/\u115F/u, (_before, after) => /[\u1161-\u11A7]/u.test(after)],
  [/\u1160/u, (before) => /[\u1100-\u115E]/u.test(before)],
  [
    /[\u{13430}-\u{13455}]/u,
    (before, after) => /\p{sc=Egyp}/u.test(before) || /[\u{13000}-\u{1342F}\u{13460}-\u{143FA}]/u.test(after),
  ],
  [/\u2D7F/u, (before, after) => /[\u2D30-\u2D67]/u.test(before) && /[\u2D30-\u2D67]/u.test(after)],
  [/\u{16FE4}/u, (before) => /[\u{18B00}-\u{18CFF}]/u.test(before)],
  [/\u{1D159}/u, (_before, after) => /[\u{1D165}-\u{1D172}]/u.test(after)],
  [/\u2800/u, (before, after) => /[\u2801-\u28FF]/u.test(before + after)],
];

function isPictured(before: string): boolean {
  return PICTURE.test(before) || /[\uFE0F\p{Emoji_Modifier}]/u.test(before);
}

function isEmojiOrHan(before: string): boolean {
  return /[\p{Emoji}\p{sc=Han}]/u.test(before);
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
  return withoutPiledMarks(visible);
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

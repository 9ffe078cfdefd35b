import { placeOfChanges } from './script-changes';

/**
 * How much of a text a page lays out at once. The time that browsers need grows with the square of the length of a line without a
 * break opportunity: 100,000 opening quotation marks stopped Chromium 156 for 25 seconds.
 */
const MOST_CHARACTERS = 20_000;
const MOST_LINES = 500;
const MOST_CHANGES = 2_000;
/** What a line may be broken after, for use within a class. */
export const BREAKING = '\\s/?&=\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}';
const UNBROKEN = new RegExp(`(?<![^${BREAKING}])[^${BREAKING}]{500}`, 'u');

/** The beginning of a text that is too long or too dense to be laid out as a whole; `undefined` for other texts. */
export function shownBeginning(text: string): string | undefined {
  const unbroken = UNBROKEN.exec(text);
  const run = unbroken === null ? Infinity : unbroken.index + unbroken[0].length;
  const end = Math.min(MOST_CHARACTERS, run, endOfLines(text), placeOfChanges(text, MOST_CHANGES));
  if (end >= text.length) return undefined;
  const isInLetter = /^[\uDC00-\uDFFF]/.test(text.charAt(end)); // a surrogate: without the flag `u`
  return text.slice(0, isInLetter ? end - 1 : end);
}

function endOfLines(text: string): number {
  let end = -1;
  for (let line = 0; line < MOST_LINES; line += 1) {
    end = text.indexOf('\n', end + 1);
    if (end === -1) return Infinity;
  }
  return end;
}

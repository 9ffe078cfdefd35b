import { SIGN } from '../text/unicode-letters';

const SIGNS = new RegExp(`${SIGN}+`, 'gu');

/** Keeps only letters and digits, because titles differ from headlines in quotation marks, dashes and spaces. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(SIGNS, '');
}

/** A text and its key, for repeated comparisons. */
export interface WordedText {
  readonly text: string;
  readonly key: string;
}

export function worded(text: string): WordedText {
  return { text, key: wordKey(text) };
}

export function isSameWording(a: string, b: string): boolean {
  const key = wordKey(a);
  return key !== '' && key === wordKey(b);
}

/** A sentence may end with a shorter title by chance. */
const SHORTEST_TITLE = 30;
const LONGEST_KICKER = 60;
/** A site's name, the headline, a date: the total is longer than the headline alone by at most this. */
const LONGEST_FRAME = 100;

/**
 * Whether a text is only a title of the page: the headline in other wording, with a kicker before it, or with additions around
 * it.
 */
export function isTitle({ text, key }: WordedText, titles: readonly WordedText[]): boolean {
  return titles.some(
    (title) =>
      title.key === key ||
      (title.text.length >= SHORTEST_TITLE &&
        ((text.length <= title.text.length + LONGEST_KICKER && key.endsWith(title.key)) ||
          (text.length <= title.text.length + LONGEST_FRAME && key.indexOf(title.key) > 0))),
  );
}

export function startsWithText(whole: string, start: string): boolean {
  const key = wordKey(start);
  return key !== '' && wordKey(whole).startsWith(key);
}

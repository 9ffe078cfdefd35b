import { SIGN } from '../text/unicode-letters';

const SIGNS = new RegExp(`${SIGN}+`, 'gu');

/** The letters and digits alone: titles differ from headlines in quotes, dashes and spaces. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(SIGNS, '');
}

/** A text and its key, for what is compared more than once. */
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

/** Titles that are shorter may end a sentence by chance. */
const SHORTEST_TITLE = 30;
const LONGEST_KICKER = 60;
/** A site's name, the headline, a date: more in all than before a headline alone. */
const LONGEST_FRAME = 100;

/** Whether a text is a title of the page and no more: the headline in another wording, with a kicker before it, or framed. */
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

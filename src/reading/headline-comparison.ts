import { SIGN } from './letter';

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

export function isSameText(a: string, b: string): boolean {
  const key = wordKey(a);
  return key !== '' && key === wordKey(b);
}

export function startsWithText(whole: string, start: string): boolean {
  const key = wordKey(start);
  return key !== '' && wordKey(whole).startsWith(key);
}

export function endsWithText(whole: string, end: string): boolean {
  const key = wordKey(end);
  return key !== '' && wordKey(whole).endsWith(key);
}

import { BREAKING } from './shown-beginning';

/** A longer paste is cut, as passages from pages are. In characters. */
export const LONGEST_PASTE = 100_000;

/** A field with 100,000 marks without a break opportunity between them stops Chromium 156 for 7 s, even in one line. */
const UNBROKEN = new RegExp(`(?<![^${BREAKING}])[^${BREAKING}]{5000}`, 'u');

/** As much of a pasted text as a page can lay out in an editor without a delay. */
export function beginningOfPaste(text: string): string {
  return beforeUnbroken(text.slice(0, LONGEST_PASTE));
}

/** The text up to the end of the first 5,000 characters that follow one another without a break opportunity. */
export function beforeUnbroken(text: string): string {
  const unbroken = UNBROKEN.exec(text);
  return unbroken === null ? text : text.slice(0, unbroken.index + unbroken[0].length);
}

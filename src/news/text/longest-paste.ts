import { placeOfChanges } from './script-changes';
import { BREAKING } from './shown-beginning';

/** A longer paste is cut, as passages from pages are. In characters. */
export const LONGEST_PASTE = 100_000;

/** A field with 100,000 marks without a break opportunity between them stops Chromium 156 for 7 s, even in one line. */
const UNBROKEN = new RegExp(`(?<![^${BREAKING}])[^${BREAKING}]{5000}`, 'u');

/** As many changes between scripts in a paragraph are laid out in some 100 ms. */
const MOST_CHANGES = 8_000;

/** As much of a pasted text as a page can lay out in an editor without a delay. */
export function beginningOfPaste(text: string): string {
  return layableBeginning(text.slice(0, LONGEST_PASTE));
}

/** The text up to the end of the first 5,000 characters without a break opportunity, or of 8,000 changes between scripts in a paragraph. */
export function layableBeginning(text: string): string {
  const unbroken = UNBROKEN.exec(text);
  const run = unbroken === null ? Infinity : unbroken.index + unbroken[0].length;
  return text.slice(0, Math.min(run, placeOfChanges(text, MOST_CHANGES)));
}

/** The editor takes 0.5 s to draw a paragraph of this length, and one ten times as long 13 s. */
const LONGEST_TEXT = 100_000;
/** The editor holds a text up to this length, whatever its words and lines are. */
const SHORT_TEXT = 20_000;
/** A field with 100,000 marks without a space between them stops Chromium 156 for 7 s, even in one line. */
const LONGEST_WORD = 5_000;
/** A field with 6,000 lines takes 110 ms to be laid out, one with 2,000 some 40. */
const MOST_LINES = 2_000;

/** Whether the Markdown of a text can be edited in a field. */
export function fitsField(text: string): boolean {
  return text.split(/\s/u).every(({ length }) => length <= LONGEST_WORD) && countLines(text) <= MOST_LINES;
}

/** Whether a pasted text can be edited in the editor. */
export function fitsEditor(text: string): boolean {
  return text.length <= SHORT_TEXT || (text.length <= LONGEST_TEXT && fitsField(text));
}

function countLines(text: string): number {
  return text.split('\n').length;
}

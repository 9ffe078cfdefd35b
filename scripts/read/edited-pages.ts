/** A page with a known quote, and an edit of it. */
export interface Quoted {
  before: string;
  quote: string;
  after: string;
}

/** Numbers from 0 to 1, the same for each page at each run. */
export type Random = () => number;

type Edit = (page: Quoted, random: Random) => Quoted;

const NEW_PARAGRAPH =
  ' The editors have added a paragraph here since the page was read, which says nothing that was said before. ';

const everywhere =
  (change: (text: string) => string): Edit =>
  ({ before, quote, after }) => ({ before: change(before), quote: change(quote), after: change(after) });

const OTHER_MARKS: ReadonlyMap<string, string> = new Map([
  ...['“"', '”"', '„"', "‘'", "’'", '«“', '»”', '"“', "'’", '–-', '—–', '-–', '…...', '「“', '」”'].map(
    (pair) => [pair.slice(0, 1), pair.slice(1)] as const,
  ),
]);

/** The six kinds of edits. Each keeps the passage. */
export const EDITS: Record<string, Edit> = {
  reflow: everywhere((text) => text.replace(/\s+/gu, '\n    ')),
  'paragraph before': ({ before, quote, after }) => ({ before: before + NEW_PARAGRAPH, quote, after }),
  'marks and dashes': everywhere((text) =>
    Array.from(text, (sign) => OTHER_MARKS.get(sign) ?? sign).join(''),
  ),
  'one letter': ({ before, quote, after }, random) => ({ before, quote: changeLetter(quote, random), after }),
  'a word': ({ before, quote, after }, random) => ({ before, quote: insertWord(quote, random), after }),
  NFD: everywhere((text) => text.normalize('NFD')),
};

function changeLetter(text: string, random: Random): string {
  const letters = [...text.matchAll(/[\p{L}\p{N}]/gu)];
  const at = letters[Math.floor(random() * letters.length)];
  if (at === undefined) return text;
  const other = /\p{N}/u.test(at[0]) ? (at[0] === '3' ? '8' : '3') : at[0] === 'x' ? 'q' : 'x';
  return text.slice(0, at.index) + other + text.slice(at.index + at[0].length);
}

/** Inserts between two words; half of the time a note mark. */
function insertWord(text: string, random: Random): string {
  const gaps = [...text.matchAll(/\s+/gu)].map(({ index }) => index);
  const at = gaps[Math.floor(random() * gaps.length)] ?? Math.floor(text.length / 2);
  return text.slice(0, at) + (random() < 0.5 ? '[1]' : ' reportedly') + text.slice(at);
}

/**
 * Removes the passage and leaves a similar one elsewhere, with another number or a "not". `undefined` if there is nothing to
 * change in it.
 */
export function leaveTwin({ before, quote, after }: Quoted, random: Random): string | undefined {
  const twin = /\d/u.test(quote)
    ? quote.replace(/\d/u, (digit) => (digit === '7' ? '4' : '7'))
    : quote.replace(/\b(?:is|was|are|were|has|have|will|would|can|could)\b/u, '$& not');
  if (twin === quote) return undefined;
  const at = before.indexOf(' ', Math.floor(random() * before.length));
  return `${before.slice(0, at)} ${twin} ${before.slice(at)}${after}`;
}

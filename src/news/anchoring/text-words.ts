import { condense } from './condensed-text';

/** A word, a number, a Chinese or Japanese character, or a punctuation mark, with its position. */
export interface Word {
  start: number;
  end: number;
  /** The form that is compared. */
  key: string;
}

const UNSPACED =
  '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const LETTER = `(?!${UNSPACED})[\\p{L}\\p{M}\\u00AD\\u200B\\u2060]`;
const WORDS = new RegExp(
  [
    '\\p{N}+(?:[.,:]\\p{N}+)*',
    `(?:${LETTER})+(?:['’](?:${LETTER})+)*`,
    '[-‐‑‒–—―−]+',
    '[.…]+',
    '[^\\s\\u00AD\\u200B\\u2060\\uFEFF]',
  ].join('|'),
  'gu',
);

const PLAIN = /^[0-9A-Za-z]+$/u;

export function splitIntoWords(text: string, offset = 0): Word[] {
  return Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({
    start: offset + index,
    end: offset + index + word.length,
    key: PLAIN.test(word) ? word : condense(word).text,
  })).filter(({ key }) => key !== '');
}

/**
 * The positions of the words that two lists have in common, in order (E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986). Returns `undefined` if more than `most` words differ, which bounds time and memory.
 */
export function commonWords(
  one: readonly Word[],
  other: readonly Word[],
  most: number,
): [number, number][] | undefined {
  const isSame = (at: number, to: number) => one[at]?.key === other[to]?.key;
  const isInside = (at: number, to: number) => at < one.length && to < other.length;
  const limit = Math.min(most, one.length + other.length);
  const middle = limit + 1;
  const furthest = new Int32Array(2 * middle + 1);
  const trace: Int32Array[] = [];
  for (let changes = 0; changes <= limit; changes++) {
    trace.push(furthest.slice(middle - changes - 1, middle + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = furthest[middle + diagonal + 1] ?? 0;
      const right = furthest[middle + diagonal - 1] ?? 0;
      let at = diagonal === -changes || (diagonal !== changes && right < down) ? down : right + 1;
      while (isInside(at, at - diagonal) && isSame(at, at - diagonal)) at++;
      furthest[middle + diagonal] = at;
      if (at >= one.length && at - diagonal >= other.length) return walkBack(trace, one.length, other.length);
    }
  }
  return undefined;
}

function walkBack(trace: readonly Int32Array[], ofOne: number, ofOther: number): [number, number][] {
  const common: [number, number][] = [];
  let [at, to] = [ofOne, ofOther];
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes] ?? new Int32Array();
    const diagonal = at - to;
    const reach = (other: number) => furthest[other + changes + 1] ?? 0;
    const isDown =
      diagonal === -changes || (diagonal !== changes && reach(diagonal - 1) < reach(diagonal + 1));
    const before = isDown ? diagonal + 1 : diagonal - 1;
    const from = changes === 0 ? 0 : reach(before);
    const least = changes === 0 ? 0 : isDown ? from : from + 1;
    while (at > least) common.push([--at, --to]);
    if (changes > 0) [at, to] = [from, from - before];
  }
  return common.reverse();
}

import { condense, type CondensedText } from './condensed-text';
import { commonWords, splitIntoWords, type Word } from './text-words';

/** Words of a quote and the words that replaced them in the page. One of the two is empty where words were added or removed. */
export interface ChangedWords {
  was: string;
  is: string;
}

export interface Comparison {
  words: ChangedWords[];
  /** The share of characters that both texts have in common, from 0 to 1. */
  likeness: number;
}

/** In longer texts with more differences than this, single differences are not listed. */
const MOST_DIFFERENCES = 500;

export function compareWords(was: string, is: string): Comparison {
  const [before, after] = [splitIntoWords(was), splitIntoWords(is)];
  const common = commonWords(before, after, MOST_DIFFERENCES);
  if (common === undefined) return { words: [{ was, is }], likeness: 0 };
  const letters = lettersOf(before) + lettersOf(after);
  const shared = 2 * lettersOf(common.flatMap(([at]) => before[at] ?? []));
  return {
    words: listChanges(was, is, before, after, common),
    likeness: letters === 0 ? 0 : shared / letters,
  };
}

function listChanges(
  was: string,
  is: string,
  before: readonly Word[],
  after: readonly Word[],
  common: readonly [number, number][],
): ChangedWords[] {
  const changes: ChangedWords[] = [];
  let [from, to] = [0, 0];
  for (const [at, found] of [...common, [before.length, after.length] as const]) {
    const change = { was: textOf(was, before.slice(from, at)), is: textOf(is, after.slice(to, found)) };
    if (!isSameText(condense(change.was), condense(change.is))) changes.push(change);
    [from, to] = [at + 1, found + 1];
  }
  return changes;
}

function textOf(text: string, words: readonly Word[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { key }) => sum + key.length, 0);
}

/** Whether two condensed texts are the same. A space between digits counts, because it can make another number. */
function isSameText(one: CondensedText, other: CondensedText): boolean {
  return one.text === other.text && hasSameNumbers(one, other, 0);
}

const DIGITS = /\d\d/gu;

/** Whether the numbers in `words`, found at `at` in the condensed `page`, are whole in both texts or cut off in both. */
export function hasSameNumbers(words: CondensedText, page: CondensedText, at: number): boolean {
  DIGITS.lastIndex = 0;
  for (let found = DIGITS.exec(words.text); found !== null; found = DIGITS.exec(words.text)) {
    DIGITS.lastIndex = found.index + 1;
    const [one, other] = [gapBehind(words, found.index), gapBehind(page, at + found.index)];
    if (one !== other && Math.max(one, other) === 1) return false;
  }
  return true;
}

/**
 * What is between two characters: nothing, one character such as a space, or several, as at a line break in the source of the
 * page.
 */
function gapBehind({ starts, ends }: CondensedText, at: number): number {
  return Math.min(2, (starts[at + 1] ?? 0) - (ends[at] ?? 0));
}

import { findChanges } from '../../src/news/edits/token-changes';
import { isWord, splitWords } from '../../src/news/edits/words';

/**
 * The position in a changed text that corresponds to one in the old: it stays behind the same words. What others have inserted
 * there comes after it, unless it continues the word before it.
 */
export function keptCaret(before: string, after: string, position: number): number {
  const stretches = stretchesOf(before, after);
  let [offset, place] = [position, 0];
  for (const [number, { was, is }] of stretches.entries()) {
    if (offset <= was.length) {
      const kept = place + (was === is ? offset : offsetInReplaced(was, is, offset));
      const next = stretches[number + 1];
      const isContinued =
        offset === was.length && next?.was === '' && /\S$/u.test(was) && /^\S/u.test(next.is);
      return isContinued ? kept + next.is.length : kept;
    }
    offset -= was.length;
    place += is.length;
  }
  return after.length;
}

/** A part of a text before and after the change. Both are equal if it was kept; `was` is empty if it was inserted. */
interface Stretch {
  was: string;
  is: string;
}

function stretchesOf(before: string, after: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { kind, tokens } of findChanges(splitWords(before), splitWords(after), isWord)) {
    const text = tokens.join('');
    const last = stretches.at(-1);
    if (kind === 'added' && last?.is === '') last.is = text;
    else stretches.push({ was: kind === 'added' ? '' : text, is: kind === 'removed' ? '' : text });
  }
  return stretches;
}

/** The position in words that replace others: at the letters that both begin or end with. */
function offsetInReplaced(was: string, is: string, offset: number): number {
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  if (offset >= was.length - end) return offset + is.length - was.length;
  return Math.min(offset, is.length - end);
}

import { endsSentence, isUnspaced, lengthOf, startsLow } from './pdf-line';

/** A page's number as it stands alone: `12`, `– 12 –`, `Page 3 of 9`, `xii`, `第3页`. */
const PAGE_NUMBER =
  /^(?:[-–—|]?\s?(?:p(?:age|\.)?|seite|стр\.?)?\s?\d{1,3}(?:\s?(?:\/|of|von|из)\s?\d{1,3})?\s?[-–—|]?|[ivx]{1,5}|第\s?\d+\s?[页頁])$/iu;
/** A running head or foot that has the number in its line: `12 | Harbour Policy`. */
const NUMBERED = /^(?:\d{1,3}\b\D*|\D*\b\d{1,3})$/u;
const LONGEST_HEAD = 80;
const LONGEST_SEAM = 40;

/**
 * The lines without page numbers, and without running heads and feet: those that come again, or that stand with a number
 * where a page cuts a sentence. `width`: that of a whole line.
 */
export function withoutPageHeaders(given: readonly string[], width: number): string[] {
  const lines = withMarksOfNotes(given, width);
  const heads = repeatedHeads(lines);
  const furniture = new Set(lines.filter((line) => PAGE_NUMBER.test(line) || heads.has(nameOf(line))));
  /** The line of text that is nearest in a direction; a seam of pages is no longer than so many lines. */
  const textBeside = (at: number, step: 1 | -1): number => {
    let beside = at + step;
    const end = at + step * LONGEST_SEAM;
    while (beside !== end && (lines[beside] === '' || furniture.has(lines[beside] ?? ''))) beside += step;
    return beside;
  };
  const isSeam = (before: number, after: number) => goesOn(lines[before] ?? '', lines[after] ?? '');
  for (const [at, line] of lines.entries()) {
    if (line === '' || furniture.has(line) || !isHead(line)) continue;
    const [before, after] = [textBeside(at, -1), textBeside(at, 1)];
    const hasNumber =
      NUMBERED.test(line) ||
      [...lines.slice(before + 1, at), ...lines.slice(at + 1, after)].some((other) => furniture.has(other));
    if (hasNumber && isSeam(before, after)) furniture.add(line);
  }
  return lines.filter((line) => !furniture.has(line));
}

function isHead(line: string): boolean {
  return line.length <= LONGEST_HEAD && !endsSentence(line) && !startsLow(line);
}

/** Whether a sentence goes on from one line to another. */
function goesOn(line: string, next: string): boolean {
  if (line === '' || endsSentence(line)) return false;
  return startsLow(next) || (isUnspaced(line.at(-1)) && isUnspaced(next.at(0)));
}

/** What is in a line besides numbers. */
function nameOf(line: string): string {
  return line.replace(/\d+/gu, '').replace(/\s+/gu, ' ').trim();
}

/** The names of short lines that come again, but for their numbers. */
function repeatedHeads(lines: readonly string[]): Set<string> {
  const names = lines.filter((line) => line.length <= LONGEST_HEAD && !endsSentence(line)).map(nameOf);
  const seen = new Set<string>();
  return new Set(
    names.filter((name) => /\p{L}{3}|\p{Script=Han}{2}/u.test(name) && seen.size === seen.add(name).size),
  );
}

/** The mark of a note is raised, so that some viewers give it a line of its own, in the middle of the one it is in. */
function withMarksOfNotes(lines: readonly string[], width: number): string[] {
  const whole: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [before = '', after = ''] = [whole.at(-1), lines[at + 1]];
    const length = lengthOf(before) + lengthOf(after);
    if (
      /^\d{1,3}$/u.test(line) &&
      before !== '' &&
      after !== '' &&
      length >= 0.75 * width &&
      length <= 1.05 * width
    ) {
      whole.splice(-1, 1, `${before}${line} ${after}`);
      at++;
    } else whole.push(line);
  }
  return whole;
}

import { endsSentence, isUnspaced, lengthOf, startsLow } from './pdf-line';

/** A line that is only a page number: `12`, `– 12 –`, `Page 3 of 9`, `xii`, `第3页`. */
const PAGE_NUMBER =
  /^(?:[-–—|]?\s?(?:p(?:age|\.)?|seite|стр\.?)?\s?\d{1,3}(?:\s?(?:\/|of|von|из)\s?\d{1,3})?\s?[-–—|]?|[ivx]{1,5}|第\s?\d+\s?[页頁])$/iu;
/** A header or footer of a page with the number in the same line: `12 | Harbour Policy`. */
const NUMBERED = /^(?:\d{1,3}\b\D*|\D*\b\d{1,3})$/u;
const LONGEST_HEAD = 80;
const LONGEST_SEAM = 40;

/**
 * Removes page numbers, and page headers and footers: lines that are repeated, or that have a number and interrupt a sentence
 * at the end of a page. `width` is that of a full line.
 */
export function withoutPageHeaders(given: readonly string[], width: number): string[] {
  const lines = withMarksOfNotes(given, width);
  const heads = repeatedHeads(lines);
  const furniture = new Set(lines.filter((line) => PAGE_NUMBER.test(line) || heads.has(nameOf(line))));
  /** The nearest line of text in one direction, over at most as many lines as a page break has. */
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

/** Whether a sentence continues from one line to another. */
function goesOn(line: string, next: string): boolean {
  if (line === '' || endsSentence(line)) return false;
  return startsLow(next) || (isUnspaced(line.at(-1)) && isUnspaced(next.at(0)));
}

/** The text of a line without its numbers. */
function nameOf(line: string): string {
  return line.replace(/\d+/gu, '').replace(/\s+/gu, ' ').trim();
}

/** The texts of short lines that are repeated, apart from their numbers. */
function repeatedHeads(lines: readonly string[]): Set<string> {
  const names = lines.filter((line) => line.length <= LONGEST_HEAD && !endsSentence(line)).map(nameOf);
  const seen = new Set<string>();
  return new Set(
    names.filter((name) => /\p{L}{3}|\p{Script=Han}{2}/u.test(name) && seen.size === seen.add(name).size),
  );
}

/** Joins note marks to their lines. A mark is raised, so some viewers put it on a line of its own in the middle of its line. */
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

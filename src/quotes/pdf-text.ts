/**
 * Text copied from a PDF is lines of a column's width: words cut with hyphens, page numbers and running heads in between,
 * letters drawn as one. Here it becomes paragraphs again. Text that was not set in such lines stays as it is.
 */

import { withoutPageHeaders } from './page-headers';
import { endsSentence, isUnspaced, lengthOf, startsLow } from './pdf-line';

/** The text, each of its paragraphs one line. Marks of notes stay where they stand. */
export function paragraphsFromPdf(text: string): string {
  const plain = text.replace(/[ﬀ-ﬆ]/gu, (letters) => letters.normalize('NFKC'));
  const lines = plain.split(/\r\n?|[\n\f]/u).map((line) => line.replace(/\s+/gu, ' ').trim());
  const width = widthOf(lines);
  const rest = withoutPageHeaders(lines, width);
  return isColumn(rest, width) ? joinLines(rest, width).join('\n') : plain;
}

const NARROWEST = 30;
const WIDEST = 160;
/** A line that reaches this far across the column is whole. */
const WHOLE = 0.75;
/** Of the lines of a column this share at least goes on in the next one. */
const GO_ON = 0.25;

/** How wide most lines are, in letters. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map(lengthOf).filter((length) => length > 0);
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.8)] ?? 0;
}

function isColumn(lines: readonly string[], width: number): boolean {
  const count = lines.filter((line) => line !== '').length;
  if (width < NARROWEST || lines.some((line) => lengthOf(line) > Math.min(WIDEST, 1.6 * width))) return false;
  const goOn = lines.filter(
    (line, at) => isWhole(line, width) && !endsSentence(line) && isRest(lines[at + 1]),
  );
  return goOn.length >= count * GO_ON || lines.some((line, at) => isCutWord(line, lines[at + 1]));
}

function isWhole(line: string, width: number): boolean {
  return lengthOf(line) >= WHOLE * width;
}

/** Whether a line looks as if it went on from another: those of a poem begin with capitals. */
function isRest(line = ''): boolean {
  return startsLow(line) || isUnspaced(line.at(0));
}

/** What begins a point of a list: `•`, `1.`, `(a)`, `（一）`. */
const POINT = /^(?:[•▪●◦‣–—*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[（(][一二三四五六七八九十]+[）)])/u;

function joinLines(lines: readonly string[], width: number): string[] {
  const compounds = compoundsIn(lines);
  /** Each paragraph in parts: to join them at each line would copy it at each line. */
  const paragraphs: string[][] = [];
  let last = '';
  for (const line of lines) {
    if (line !== '' && last !== '' && goesOn(last, line, width))
      addLine(paragraphs.at(-1) ?? [], line, compounds);
    else if (line !== '') paragraphs.push([line]);
    // An empty line within a sentence is a seam of pages.
    if (line !== '' || endsSentence(last)) last = line;
  }
  return paragraphs.map((parts) => parts.join(''));
}

/** Whether a paragraph goes on from one line to the next. */
function goesOn(line: string, next: string, width: number): boolean {
  if (POINT.test(next)) return false;
  return ENDS_OPEN.test(line) || isWhole(line, width) || (!endsSentence(line) && startsLow(next));
}

/** A hyphen or a dash that is no end. */
const ENDS_OPEN = /[\p{L}\d][-\u00AD\u2010—/]$/u;

function isCutWord(line: string, next: string | undefined): boolean {
  return /\p{L}[-\u00AD\u2010]$/u.test(line) && next !== undefined && startsLow(next);
}

/** Words that keep their hyphen: those that begin compounds, and those that have another. */
const COMPOUND =
  /(?:^|[^\p{L}])(?:self|well|half|quasi|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|\p{L}+[-\u2010]\p{L}+|\p{L})[-\u2010]$/iu;

/** Joins a line to the parts of its paragraph. */
function addLine(parts: string[], rest: string, compounds: ReadonlySet<string>): void {
  const last = parts.at(-1) ?? '';
  const end = (parts.at(-2) ?? '').slice(-LONGEST_WORD) + last;
  const word = end.slice(-LONGEST_WORD);
  if (isCutWord(word, rest)) {
    if (!keepsHyphen(word, rest, compounds)) parts.splice(-1, 1, last.slice(0, -1));
    parts.push(rest);
    return;
  }
  const isClose = ENDS_OPEN.test(word) || (isUnspaced(word.at(-1)) && isUnspaced(rest.at(0)));
  parts.push(isClose ? rest : ` ${rest}`);
}

const LONGEST_WORD = 60;

/** A word that is cut keeps its hyphen where the text has it so in the middle of a line. */
function keepsHyphen(end: string, rest: string, compounds: ReadonlySet<string>): boolean {
  if (end.endsWith('\u00AD')) return false;
  const word = `${/(?<!\p{L})\p{L}*.$/u.exec(end)?.[0] ?? ''}${/^\p{L}*/u.exec(rest)?.[0] ?? ''}`;
  return COMPOUND.test(end) || compounds.has(word.toLowerCase());
}

function compoundsIn(lines: readonly string[]): Set<string> {
  return new Set(
    lines.flatMap((line) => line.toLowerCase().match(/(?<!\p{L})\p{L}+[-\u2010]\p{L}+/gu) ?? []),
  );
}

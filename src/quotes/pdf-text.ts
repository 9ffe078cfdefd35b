/**
 * Text copied from a PDF consists of lines as wide as a column, with hyphenated words, page numbers, page headers and
 * ligatures. This makes paragraphs of it again. Text that was not set in such lines stays as it is.
 */

import { withoutPageHeaders } from './page-headers';
import { endsSentence, isUnspaced, lengthOf, startsLow } from './pdf-line';

/** The text with each paragraph on one line. Note marks stay where they are. */
export function paragraphsFromPdf(text: string): string {
  const plain = text.replace(/[ﬀ-ﬆ]/gu, (letters) => letters.normalize('NFKC'));
  const lines = plain.split(/\r\n?|[\n\f]/u).map((line) => line.replace(/\s+/gu, ' ').trim());
  const width = widthOf(lines);
  const rest = withoutPageHeaders(lines, width);
  return isColumn(rest, width) ? joinLines(rest, width).join('\n') : plain;
}

const NARROWEST = 30;
const WIDEST = 160;
/** A line that fills this share of the column's width is a full line. */
const WHOLE = 0.75;
/** In a column, at least this share of the lines continues on the next line. */
const GO_ON = 0.25;

/** The width of most lines, in letters. */
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

/** Whether a line looks like the continuation of another. Lines of a poem begin with capitals. */
function isRest(line = ''): boolean {
  return startsLow(line) || isUnspaced(line.at(0));
}

/** The beginning of a list item: `•`, `1.`, `(a)`, `（一）`. */
const POINT = /^(?:[•▪●◦‣–—*-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s|[（(][一二三四五六七八九十]+[）)])/u;

function joinLines(lines: readonly string[], width: number): string[] {
  const compounds = compoundsIn(lines);
  /** Each paragraph as a list of parts, because joining them at each line would copy the paragraph each time. */
  const paragraphs: string[][] = [];
  let last = '';
  for (const line of lines) {
    if (line !== '' && last !== '' && goesOn(last, line, width))
      addLine(paragraphs.at(-1) ?? [], line, compounds);
    else if (line !== '') paragraphs.push([line]);
    // An empty line within a sentence is a page break.
    if (line !== '' || endsSentence(last)) last = line;
  }
  return paragraphs.map((parts) => parts.join(''));
}

/** Whether a paragraph continues from one line to the next. */
function goesOn(line: string, next: string, width: number): boolean {
  if (POINT.test(next)) return false;
  return ENDS_OPEN.test(line) || isWhole(line, width) || (!endsSentence(line) && startsLow(next));
}

/** A hyphen or a dash after which the word or sentence continues. */
const ENDS_OPEN = /[\p{L}\d][-\u00AD\u2010—/]$/u;

function isCutWord(line: string, next: string | undefined): boolean {
  return /\p{L}[-\u00AD\u2010]$/u.test(line) && next !== undefined && startsLow(next);
}

/** Words that keep their hyphen: beginnings of compounds, and words with another hyphen. */
const COMPOUND =
  /(?:^|[^\p{L}])(?:self|well|half|quasi|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|\p{L}+[-\u2010]\p{L}+|\p{L})[-\u2010]$/iu;

/** Adds a line to the parts of its paragraph. */
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

/** Whether a word that was split keeps its hyphen: it does if the text has the same word with a hyphen within a line. */
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

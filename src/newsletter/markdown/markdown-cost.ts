import { divideMarkdown } from './markdown-segments';

/**
 * The cost of parsing a text as Markdown, in characters. The parser compares the marks of a block with each other, and its
 * lines, so a few thousand of them would block a page for seconds. Measured with micromark 4: a character 0.5 µs, a mark 20 µs,
 * a pair of marks in one block 10 ns, a line 20 µs, a line that begins with a mark 150 µs. Paragraphs of plain words are not
 * parsed.
 */
const A_MARK = 40;
const A_PAIR = 0.02;
const A_LINE = 40;
const A_MARKED_LINE = 300;
/** The cost of each space before a mark at the beginning of a line: every two may be a level of a list. */
const A_LEVEL = 5;
/** The cost of a paragraph of plain words: it is not parsed, but drawn and printed. */
const A_PARAGRAPH = 40;
/** About 40 ms: 100 paragraphs with links, or 1,200 marks in one of them. */
const MOST = 80_000;

const MARK = /[*_~`[\]<>!|\\&@]|[-+](?=[ \t])|:\/|www/giu;
/** Matches the start of quotes and lists nested more deeply than callers of the parser support. */
const NESTED = /(?:^|[\r\n])(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){50}/u;
/** A line end, the indentation of the next line, and its first mark or character. */
const LINE = /(?:\r\n?|\n)([ \t]*)(\d{1,9}[.)]|.?)/gu;
const EMPTY_LINE = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/u;
const PLAIN = /^[\p{L}\p{N}\p{Ps}\p{Pi}"'\r\n]$/u;

/** Whether a text has so many marks that it is shown as it was typed. */
export function isTooCostly(markdown: string): boolean {
  return costOfMarkdown(markdown) > MOST;
}

/** The cost of parsing a text; of one that is too costly, any number above the limit. */
export function costOfMarkdown(markdown: string): number {
  if (NESTED.test(markdown)) return Infinity;
  const segments = divideMarkdown(markdown);
  const marked = segments.filter((segment) => !segment.isPlain);
  let cost = (segments.length - marked.length) * A_PARAGRAPH;
  for (const block of marked.flatMap(({ text }) => text.split(EMPTY_LINE))) {
    cost += block.length;
    if (cost > MOST) return cost;
    const marks = block.match(MARK)?.length ?? 0;
    cost += marks * A_MARK + marks ** 2 * A_PAIR + A_MARKED_LINE;
    for (const [, indent = '', first = ''] of block.matchAll(LINE))
      cost += isPlain(first) ? A_LINE : A_MARKED_LINE + indent.length * A_LEVEL;
    if (cost > MOST) return cost;
  }
  return cost;
}

function isPlain(first: string): boolean {
  return first === '' || PLAIN.test(first);
}

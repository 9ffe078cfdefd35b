/** A part of a Markdown text that has the same meaning by itself. */
export interface Segment {
  /** The start in the text, in code units. */
  start: number;
  text: string;
  /** A paragraph of plain words, which needs no parser. */
  isPlain: boolean;
}

/** Syntax with an effect beyond its block: fenced code, and addresses that are defined elsewhere. */
const REACHES_FAR = /```|~~~|\]:|\r/u;
const BETWEEN_BLOCKS = /\n(?:[ \t]*\n)+/gu;
/** Syntax of Markdown or GFM that may occur anywhere in a block, including a line end after spaces. */
const MARK = /[*_~`[\]<|\\&@\t\0]|:\/|www\.| \n/iu;
const WHITE_END = /(?<![ \t\n])[ \t\n]+$/u;
/** Syntax that may start a block other than a paragraph. */
const BLOCK_START = /(?:^|\n)(?:[ #>=+:-]|\d{1,9}[.)])|^\n/u;

/**
 * Splits a text at empty lines. Each paragraph of plain words is a segment, and so is everything between two of them. A text
 * that contains syntax with an effect beyond its block is one segment.
 */
export function divideMarkdown(markdown: string): Segment[] {
  if (REACHES_FAR.test(markdown)) return [{ start: 0, text: markdown, isPlain: false }];
  const segments: Segment[] = [];
  for (const block of blocksOf(markdown)) {
    const last = segments.at(-1);
    if (block.isPlain || last === undefined || last.isPlain) segments.push(block);
    else last.text += block.text;
  }
  return segments;
}

/** Blocks with the empty lines after them, which may be part of code. */
function* blocksOf(markdown: string): Generator<Segment> {
  let start = 0;
  for (const { 0: between, index } of markdown.matchAll(BETWEEN_BLOCKS)) {
    yield blockOf(markdown, start, index + between.length);
    start = index + between.length;
  }
  if (start < markdown.length) yield blockOf(markdown, start, markdown.length);
}

function blockOf(markdown: string, start: number, end: number): Segment {
  const text = markdown.slice(start, end);
  const words = text.replace(WHITE_END, '');
  const isPlain = words !== '' && !MARK.test(words) && !BLOCK_START.test(words);
  return { start, text: isPlain ? words : text, isPlain };
}

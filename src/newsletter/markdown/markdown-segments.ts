/** A stretch of a Markdown text that means the same by itself. */
export interface Segment {
  /** Where it begins in the text, in code units. */
  start: number;
  text: string;
  /** A paragraph of words alone: no parser is needed to read it. */
  isPlain: boolean;
}

/** What reaches beyond its block: code between fences, and addresses that are named elsewhere. */
const REACHES_FAR = /```|~~~|\]:|\r/u;
const BETWEEN_BLOCKS = /\n(?:[ \t]*\n)+/gu;
/** What may be a mark of Markdown or of GFM anywhere in a block, a line end after spaces included. */
const MARK = /[*_~`[\]<|\\&@\t\0]|:\/|www\.| \n/iu;
const WHITE_END = /(?<![ \t\n])[ \t\n]+$/u;
/** What may begin another block than a paragraph. */
const BLOCK_START = /(?:^|\n)(?:[ #>=+:-]|\d{1,9}[.)])|^\n/u;

/**
 * Divides a text at empty lines: each paragraph of words alone is a segment, and so is what stands between two of them. A
 * text in which something reaches beyond its block is one segment.
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

/** Blocks with the empty lines that follow them: of code these may be part. */
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

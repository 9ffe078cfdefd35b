import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { endBareAddress } from './bare-address';
import { paragraphOf } from './field-text';
import { isTooCostly } from './markdown-cost';
import { divideMarkdown, type Segment } from './markdown-segments';

/**
 * CommonMark with tables, strikethrough and bare addresses. HTML is not part of it and stays as typed, as text. Footnotes and
 * task boxes are not either: `[13]` and `[x]` are text of a source.
 */
const SYNTAX = [
  gfm({ singleTilde: false }),
  {
    disable: {
      null: [
        'htmlFlow',
        'htmlText',
        'gfmFootnoteDefinition',
        'gfmFootnoteCall',
        'gfmPotentialFootnoteCall',
        'tasklistCheck',
      ],
    },
  },
];

/**
 * Without the search for addresses in text that has been parsed, which would also link those that are escaped: the addresses of a
 * source are printed as words.
 */
const NODES = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** Deeper than any author nests. Printers and browsers recurse once per level and would exhaust the stack. */
const DEEPEST = 50;

/**
 * Parses a Markdown field. A text that no parser can handle, or not fast enough, becomes literal paragraphs without positions.
 */
export function parseMarkdown(markdown: string): Root {
  return (isTooCostly(markdown) ? undefined : parseTree(markdown)) ?? literalTree(markdown);
}

/** Returns `undefined` if the text is nested too deeply. */
function parseTree(markdown: string): Root | undefined {
  try {
    const tree: Root = { type: 'root', children: divideMarkdown(markdown).flatMap(parseSegment) };
    if (depthOf(tree) > DEEPEST) return undefined;
    endBareAddresses(tree, markdown);
    return tree;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the parser itself has exhausted the stack
    throw error;
  }
}

/** Skips the parser for a paragraph of plain words, because parsing takes about a hundred times as long as recognizing one. */
function parseSegment({ start, text, isPlain }: Segment): RootContent[] {
  if (isPlain) return [{ ...paragraphOf({ type: 'text', value: text }), position: positionOf(start, text) }];
  const tree = fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: NODES });
  if (start > 0)
    visit(tree, (node) => {
      movePosition(node, start);
    });
  return tree.children;
}

/** Only the offsets of a position are used. */
function positionOf(start: number, text: string): Position {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { start: point(start), end: point(start + text.length) };
}

function movePosition({ position }: Nodes, by: number): void {
  for (const point of position ? [position.start, position.end] : [])
    if (point.offset !== undefined) point.offset += by;
}

/** Turns text directly after an address into words. */
function endBareAddresses(tree: Root, markdown: string): void {
  visit(tree, 'link', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const start = node.position?.start.offset;
    const ended = endBareAddress(node, start === undefined ? undefined : markdown.slice(start, start + 1));
    if (ended === undefined) return;
    // The parent of a link contains phrasing content.
    (parent.children as PhrasingContent[]).splice(index, 1, ended.link, ...parseAfterMark(ended.rest));
    return [SKIP, index + 1];
  });
}

/** Parses the mark that ends an address, and what follows it, which may begin with another address. */
function parseAfterMark(markdown: string): PhrasingContent[] {
  const mark = markdown.charAt(0);
  const [first, ...others] = parsePhrasing(markdown.slice(1));
  return first?.type === 'text'
    ? [{ ...first, value: mark + first.value }, ...others]
    : [{ type: 'text', value: mark }, ...(first ? [first] : []), ...others];
}

function parsePhrasing(markdown: string): PhrasingContent[] {
  const [block, ...others] = parseMarkdown(markdown).children;
  return block?.type === 'paragraph' && others.length === 0
    ? block.children
    : [{ type: 'text', value: markdown }];
}

function depthOf(tree: Root): number {
  let depth = 0;
  for (let level: Nodes[] = [tree]; level.length > 0; depth += 1)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return depth;
}

/** A text with more lines than this is split into paragraphs of several lines each. */
const MOST_PARAGRAPHS = 500;
/** A paragraph with more characters than this is split between words, if it has spaces, so that it can be printed in parts. */
const LONGEST_PARAGRAPH = /.{1,20000}(?!\S)|.{1,20000}/gsu;

/** The text as typed, with a paragraph for each line. */
function literalTree(text: string): Root {
  const lines = text.split(/[\r\n]+/u).flatMap((line) => line.trim() || []);
  const size = Math.ceil(lines.length / MOST_PARAGRAPHS);
  const paragraphs = lines.flatMap((_, at) => (at % size === 0 ? lines.slice(at, at + size).join(' ') : []));
  const parts = paragraphs.flatMap((text) => text.match(LONGEST_PARAGRAPH) ?? []);
  return { type: 'root', children: parts.map((part) => paragraphOf({ type: 'text', value: part.trim() })) };
}

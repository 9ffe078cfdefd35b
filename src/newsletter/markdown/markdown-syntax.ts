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
 * CommonMark with tables, strikethrough and bare addresses. HTML is no construct of it, and so stays what was typed, as
 * text; footnotes and task boxes neither: `[13]` and `[x]` are words of a source.
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

/** Deeper than any author nests. Printers and browsers call themselves for each level, and run out of stack. */
const DEEPEST = 50;

/**
 * A Markdown field as the tree that it is; what no parser can handle, or not soon enough, as literal paragraphs, which have no
 * position.
 */
export function parseMarkdown(markdown: string): Root {
  return (isTooCostly(markdown) ? undefined : parseTree(markdown)) ?? literalTree(markdown);
}

/** `undefined` for what is nested too deeply to be handled. */
function parseTree(markdown: string): Root | undefined {
  try {
    const tree: Root = { type: 'root', children: divideMarkdown(markdown).flatMap(parseSegment) };
    if (depthOf(tree) > DEEPEST) return undefined;
    endBareAddresses(tree, markdown);
    return tree;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the parser itself has run out of stack
    throw error;
  }
}

/** The parser takes some hundred times as long for a paragraph of words alone as it takes to see that it is one. */
function parseSegment({ start, text, isPlain }: Segment): RootContent[] {
  if (isPlain) return [{ ...paragraphOf({ type: 'text', value: text }), position: positionOf(start, text) }];
  const tree = fromMarkdown(text, { extensions: SYNTAX, mdastExtensions: [gfmFromMarkdown()] });
  if (start > 0)
    visit(tree, (node) => {
      movePosition(node, start);
    });
  return tree.children;
}

/** Of the places of a node only the offsets are read. */
function positionOf(start: number, text: string): Position {
  const point = (offset: number) => ({ line: 1, column: 1, offset });
  return { start: point(start), end: point(start + text.length) };
}

function movePosition({ position }: Nodes, by: number): void {
  for (const point of position ? [position.start, position.end] : [])
    if (point.offset !== undefined) point.offset += by;
}

/** What stands behind an address without a space is read as the words that it is. */
function endBareAddresses(tree: Root, markdown: string): void {
  visit(tree, 'link', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const start = node.position?.start.offset;
    const ended = endBareAddress(node, start === undefined ? undefined : markdown.slice(start, start + 1));
    if (ended === undefined) return;
    // A link's parent holds phrasing content.
    (parent.children as PhrasingContent[]).splice(index, 1, ended.link, ...parsePhrasing(ended.rest));
    return [SKIP, index + 1];
  });
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

/** More lines than these are paragraphs of several lines each. */
const MOST_PARAGRAPHS = 500;

/** The text as it was typed, a paragraph a line. */
function literalTree(text: string): Root {
  const lines = text.split(/[\r\n]+/u).flatMap((line) => line.trim() || []);
  const size = Math.ceil(lines.length / MOST_PARAGRAPHS);
  const paragraphs = lines.flatMap((_, at) => (at % size === 0 ? lines.slice(at, at + size).join(' ') : []));
  return { type: 'root', children: paragraphs.map((value) => paragraphOf({ type: 'text', value })) };
}

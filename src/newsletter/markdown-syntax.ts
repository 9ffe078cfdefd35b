import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { paragraphOf } from './field-text';

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

/** A Markdown field as the tree that it is; what no parser can handle as literal paragraphs, which have no position. */
export function parseMarkdown(markdown: string): Root {
  return parseTree(markdown) ?? literalTree(markdown);
}

/** `undefined` for what is nested too deeply to be handled. */
function parseTree(markdown: string): Root | undefined {
  try {
    const tree = fromMarkdown(markdown, { extensions: SYNTAX, mdastExtensions: [gfmFromMarkdown()] });
    return depthOf(tree) > DEEPEST ? undefined : tree;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // the parser itself has run out of stack
    throw error;
  }
}

function depthOf(tree: Root): number {
  let depth = 0;
  for (let level: Nodes[] = [tree]; level.length > 0; depth += 1)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return depth;
}

/** The text as it was typed, a paragraph a line. */
function literalTree(text: string): Root {
  const lines = text.split(/[\r\n]+/u).filter((line) => line.trim() !== '');
  return { type: 'root', children: lines.map((line) => paragraphOf({ type: 'text', value: line.trim() })) };
}

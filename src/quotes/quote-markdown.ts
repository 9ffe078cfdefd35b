import { sanitize, type Schema } from 'hast-util-sanitize';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { defaultHandlers, toMarkdown, type Handle as Printer } from 'mdast-util-to-markdown';
import { REFERENCE, UNSAFE_WWW } from '../news/text/unsafe-markdown';
import { formula } from './formula';
import { copyLimitedTree } from './limited-tree';
import { divideTree } from './divided-tree';
import { hoistBlocks } from './hoisted-blocks';
import { wrapLooseWords } from './loose-words';
import { sub, sup } from './note-mark';
import { PARTING_BLOCKS } from './parting-blocks';
import { splitAtEmptyLines, tidyPhrasing, trimEnd, trimEnds } from './phrasing';
import { QUOTE_SCHEMA } from './quote-schema';
import { tablePart, tr } from './table-row';

/** A link without an address becomes its words, and so does one on punctuation alone, such as the dot in the name of another site. */
const a: Handle = (state, node) => {
  const url = node.properties.href;
  const children = state.all(node) as PhrasingContent[];
  const isOnWords = !/^[\p{P}\p{Sk}\p{M}\s]+$/u.test(toString(children));
  return typeof url === 'string' && isOnWords ? [{ type: 'link', url, children }] : children;
};

/** A picture without an address is dropped. */
const img: Handle = (_state, { properties: { src, alt } }) =>
  typeof src === 'string' ? { type: 'image', url: src, alt: typeof alt === 'string' ? alt : '' } : undefined;

const HANDLERS: Record<string, Handle> = {
  ...{ a, img, sub, sup, tr },
  ...PARTING_BLOCKS,
  ...{
    thead: tablePart,
    tbody: tablePart,
    tfoot: tablePart,
    caption: tablePart,
    td: tablePart,
    th: tablePart,
  },
  ...{ mfrac: formula, msqrt: formula, mroot: formula },
};

/**
 * The Markdown (CommonMark, with `~~` for struck text) of a hast tree that a page has sent. Nothing in the tree is trusted: no
 * raw HTML, and only http, https and mailto links. Empty if the tree has no words. `onCut` is called if the tree is larger than any article
 * and has lost its end. Never throws.
 */
export function markdownFromTree(tree: unknown, schema?: Schema, onCut?: () => void): string {
  return [...markdownInParts(tree, schema, onCut)].join(BETWEEN_PARTS);
}

/** The same, letting the page answer between the parts of a long text. */
export async function markdownFromLongTree(tree: unknown): Promise<string> {
  const parts: string[] = [];
  for (const part of markdownInParts(tree)) {
    parts.push(part);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return parts.join(BETWEEN_PARTS);
}

const BETWEEN_PARTS = '\n\n';

/** Paragraphs that follow one another are printed the same together and apart. Parts without words are none. */
function* markdownInParts(
  tree: unknown,
  schema: Schema = QUOTE_SCHEMA,
  onCut?: () => void,
): Generator<string, undefined> {
  const { root: copy, isCut } = copyLimitedTree(tree);
  if (isCut) onCut?.();
  const safe = sanitize(copy, schema);
  if (safe.type !== 'root') return;
  for (const part of divideTree(hoistBlocks(safe))) {
    const root = toMdast(part, { handlers: HANDLERS, document: true, quotes: ['"', "'"] });
    const markdown = root.type === 'root' ? printQuote(root) : '';
    if (markdown !== '') yield markdown;
  }
}

/** A text with more lines than this is split into paragraphs of several lines each. */
const MOST_PARAGRAPHS = 1_000;

/** The Markdown of plain text, with a paragraph for each line. Characters with a meaning in Markdown are escaped. */
export function markdownFromPlainText(text: string): string {
  const lines = text.split(/[\r\n]+/u).flatMap((line) => line.trim() || []);
  const size = Math.ceil(lines.length / MOST_PARAGRAPHS);
  const children = lines.flatMap((_, at): Paragraph[] =>
    at % size === 0
      ? [{ type: 'paragraph', children: [{ type: 'text', value: lines.slice(at, at + size).join(' ') }] }]
      : [],
  );
  return printQuote({ type: 'root', children });
}

function printQuote(root: Root): string {
  return toMarkdown(tidy(root), {
    bullet: '-',
    resourceLink: true,
    extensions: [gfmToMarkdown(), { unsafe: [UNSAFE_WWW], handlers: { root: printRoot } }],
  }).trimEnd();
}

/** The beginning of a definition at the start of a line. Its label may continue in the node after the text. */
const DEFINITION = '(?=[^\\]]*(?:\\]:|$))';

/**
 * Escapes less than the library, because users read the Markdown while they edit it: not S&P, nor brackets such as [1] and
 * [sic].
 */
const printRoot: Printer = (root: Root, parent, state, info) => {
  const others = state.unsafe
    .filter(({ character, inConstruct }) => character !== '[' || inConstruct?.includes('phrasing') === false)
    .map(({ _compiled, ...pattern }) =>
      pattern.character === '&' ? { ...pattern, after: REFERENCE } : pattern,
    );
  state.unsafe = [...others, { atBreak: true, character: '[', after: DEFINITION }];
  return defaultHandlers.root(root, parent, state, info);
};

/** Nodes that contain blocks. */
const CONTAINERS: ReadonlySet<string> = new Set(['root', 'blockquote', 'listItem']);

/** Tidies paragraphs and headings at any depth and removes those without words. */
function tidy(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const blocks = CONTAINERS.has(node.type) ? wrapLooseWords(node.children as RootContent[]) : node.children;
  const children = blocks.flatMap((child): RootContent[] => {
    if (child.type === 'paragraph' && child.data?.isRow === true)
      return [{ ...child, children: trimEnd(tidyPhrasing(child.children)) }];
    if (child.type === 'paragraph')
      return splitAtEmptyLines(tidyPhrasing(child.children)).map((part) => ({
        type: 'paragraph',
        children: part,
      }));
    const tidied = (
      child.type === 'heading' ? { ...child, children: trimEnds(tidyPhrasing(child.children)) } : tidy(child)
    ) as RootContent;
    return isEmpty(tidied) ? [] : [tidied];
  });
  return { ...node, children, ...(node.type.startsWith('list') && { spread: isSpread(children) }) } as Nodes;
}

function isEmpty(node: RootContent): boolean {
  return 'children' in node ? node.children.length === 0 : node.type === 'code' && node.value.trim() === '';
}

/** Whether a list or one of its items has several paragraphs. Only then are there empty lines between the items. */
function isSpread(children: readonly RootContent[]): boolean {
  return (
    children.some((child) => child.type === 'listItem' && child.spread === true) ||
    children.filter(({ type }) => type === 'paragraph').length > 1
  );
}

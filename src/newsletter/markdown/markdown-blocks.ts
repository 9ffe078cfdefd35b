import type {
  BlockContent,
  Code,
  Definition,
  Heading,
  InlineCode,
  Nodes,
  Parents,
  PhrasingContent,
  RootContent,
  Table,
  Text,
} from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { articleKey, parseWebAddress } from '../../news/address';
import { withoutInvisibleCharacters } from '../../news/text/plain-text';
import { linkableAddress } from './linkable-address';
import { parseMarkdown } from './markdown-syntax';
import { joinUnspacedLines } from './unspaced-lines';

/** Headings start below those of the issue's own sections. */
const DEPTH_OF_SECTIONS = 2;

/**
 * Parses a Markdown field (introduction, quote, comment, sign-off) into blocks that can stand anywhere in an issue: links with
 * an absolute http, https or mailto address only, images with an http or https one (others become their text), references
 * resolved so that those of two fields never meet, headings below those of the sections. Links to `ownAddress`, the article
 * that is quoted, become their text too: it is linked once already, and its footnote marks lead nowhere from here.
 */
export function parseBlocks(markdown: string | undefined, ownAddress?: string): BlockContent[] {
  if (markdown === undefined) return [];
  const text = withoutInvisibleCharacters(markdown).replace(/\r\n?/gu, '\n');
  const tree = parseMarkdown(text);
  const definitions = collectDefinitions(tree);
  const ownKey = ownAddress === undefined ? undefined : articleKey(ownAddress);
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') lowerHeading(node);
    if (node.type === 'text') node.value = joinUnspacedLines(node.value);
    if (node.type === 'inlineCode') joinLines(node);
    if (node.type === 'code') nameLanguage(node);
    if (node.type === 'table') widenTable(node);
    if (node.type === 'link' || node.type === 'image') node.url = linkableAddress(node.url) ?? node.url;
    const substitute = substituteFor(node, definitions, ownKey);
    if (substitute === undefined || parent === undefined || index === undefined) return;
    // What stands for a link or an image is phrasing content as these are; for a definition nothing.
    (parent.children as RootContent[]).splice(index, 1, ...substitute);
    return [SKIP, index];
  });
  visit(tree, 'inlineCode', joinCode);
  // The parser knows no other nodes at the top, and definitions are gone.
  return tree.children as BlockContent[];
}

function lowerHeading(heading: Heading): void {
  heading.depth = ([3, 4, 5, 6] as const)[heading.depth + DEPTH_OF_SECTIONS - 3] ?? 6;
  // From the third level on Markdown has headings of one line only.
  visit(heading, 'text', joinLines);
}

/** CommonMark makes spaces of the line ends in a code span; the parser leaves them, and the printer as well. */
function joinLines(node: InlineCode | Text): void {
  node.value = node.value.replace(/[\r\n]+/gu, ' ');
}

/** What GitHub draws a picture of. */
const DRAWN = ['math', 'mermaid', 'geojson', 'topojson', 'stl'];

/** Code is named by its language alone: in other words there pandoc reads attributes, or no code. */
function nameLanguage(code: Code): void {
  const lang = code.lang ?? '';
  if (!/^[\w+#.-]+$/u.test(lang) || DRAWN.includes(lang.toLowerCase())) code.lang = null;
  code.meta = null;
}

/** Code that stands beside code, where a link between them has become its words, would be read with the marks between. */
function joinCode(
  code: InlineCode,
  index: number | undefined,
  parent: Parents | undefined,
): number | undefined {
  if (parent === undefined || index === undefined) return undefined;
  const next = parent.children[index + 1];
  if (next?.type !== 'inlineCode') return undefined;
  next.value = code.value + next.value;
  parent.children.splice(index, 1);
  return index;
}

/** A row longer than its head is cut off by GFM, and its words with it: the head is made as long. */
function widenTable(table: Table): void {
  const width = Math.max(...table.children.map((row) => row.children.length));
  table.align = Array.from({ length: width }, (_, column) => table.align?.[column] ?? null);
}

/** The first definition of a label counts, as CommonMark has it. */
export function collectDefinitions(tree: Nodes): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** What stands for a node that cannot stay as it is: a link, an image, a reference; `undefined` for all that can. */
function substituteFor(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
  ownKey: string | undefined,
): PhrasingContent[] | undefined {
  switch (node.type) {
    case 'link': {
      const isOwn = ownKey !== undefined && articleKey(node.url) === ownKey;
      return isOwn || linkableAddress(node.url) === undefined ? node.children : undefined;
    }
    case 'image':
      return parseWebAddress(linkableAddress(node.url)) === undefined
        ? [{ type: 'text', value: node.alt ?? '' }]
        : undefined;
    case 'linkReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {};
      return [{ type: 'link', url, ...(title && { title }), children: node.children }];
    }
    case 'imageReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {};
      return [{ type: 'image', url, ...(title && { title }), alt: node.alt ?? null }];
    }
    case 'definition':
      return [];
    default:
      return undefined;
  }
}

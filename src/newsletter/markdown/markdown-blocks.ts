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

/** Headings in a field start below the level of the sections. */
const DEPTH_OF_SECTIONS = 2;

/**
 * Parses a Markdown field (introduction, quote, comment, sign-off) into blocks that can be placed anywhere in an issue. Only
 * links with an absolute http, https or mailto address and images with an http or https address are kept; others become their
 * text. References are resolved, so that labels of two fields cannot clash. Headings are placed below those of the sections.
 * Links to `ownAddress`, the quoted article, become their text as well: the article is linked already, and links to its
 * footnotes do not work here.
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
    // A link or an image is replaced by phrasing content; a definition is removed.
    (parent.children as RootContent[]).splice(index, 1, ...substitute);
    return [SKIP, index];
  });
  visit(tree, 'inlineCode', joinCode);
  // The parser produces no other nodes at the top level, and definitions have been removed.
  return tree.children as BlockContent[];
}

function lowerHeading(heading: Heading): void {
  heading.depth = ([3, 4, 5, 6] as const)[heading.depth + DEPTH_OF_SECTIONS - 3] ?? 6;
  // From level three on, Markdown has only headings of one line.
  visit(heading, 'text', joinLines);
}

/** CommonMark replaces line ends in a code span by spaces, but neither the parser nor the printer does. */
function joinLines(node: InlineCode | Text): void {
  node.value = node.value.replace(/[\r\n]+/gu, ' ');
}

/** Languages that GitHub renders as pictures. */
const DRAWN = ['math', 'mermaid', 'geojson', 'topojson', 'stl'];

/** Keeps only the language of code, because pandoc reads further words as attributes or not as code. */
function nameLanguage(code: Code): void {
  const lang = code.lang ?? '';
  if (!/^[\w+#.-]+$/u.test(lang) || DRAWN.includes(lang.toLowerCase())) code.lang = null;
  code.meta = null;
}

/**
 * Joins adjacent code spans, between which a link has been replaced by its words. Otherwise the marks between them would be
 * read as code.
 */
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

/** Makes the header of a table as long as its longest row, because GFM drops the cells beyond the header. */
function widenTable(table: Table): void {
  const width = Math.max(...table.children.map((row) => row.children.length));
  table.align = Array.from({ length: width }, (_, column) => table.align?.[column] ?? null);
}

/** The first definition of a label wins, as in CommonMark. */
export function collectDefinitions(tree: Nodes): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** The replacement for a node that is not allowed: a link, an image, a reference. `undefined` for allowed nodes. */
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

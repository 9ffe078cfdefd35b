/** Parses an export with parsers that do not belong to the printer, into a list of its blocks. */
import { Parser, type Node as CommonMarkNode } from 'commonmark';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export interface Block {
  /** As in a CSS selector: `h1`, `p`, `blockquote ul li p`. */
  kind: string;
  /** With collapsed white space. */
  text: string;
  /** The elements in the text, in order: `em`, `a https://…`, `img cover.jpg (alt)`, `html <b>`. */
  marks: string[];
}

export function readCommonMark(markdown: string): Block[] {
  return listBlocks(tellCommonMark(new Parser().parse(markdown)));
}

export function readGfm(markdown: string): Block[] {
  return listBlocks(
    tellMdast(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
  );
}

export function readHtml(html: string): Block[] {
  return listBlocks(tellHtml(parseFragment(html)));
}

/** The project's own tree, before it is printed. */
export function listBlocksOf(issue: Root): Block[] {
  return listBlocks(tellMdast(issue));
}

function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * A node in the form that all parsers are converted to: its HTML name (absent for text and for the root), its own text, and its
 * children.
 */
export interface Told {
  name: string;
  text: string;
  children: readonly Told[];
}

const CONTAINERS = new Set(['root', 'blockquote', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr']);
const LEAVES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'pre', 'hr', 'td', 'th', 'html block']);

function isBlock({ name }: Told): boolean {
  return CONTAINERS.has(name) || LEAVES.has(name);
}

export function listBlocks(told: Told, path = ''): Block[] {
  const kind = told.name === 'root' ? '' : `${path} ${told.name}`.trim();
  if (CONTAINERS.has(told.name)) return withParagraphs(told).flatMap((child) => listBlocks(child, kind));
  const marks: string[] = [];
  return [{ kind, text: collapse(readText(told, marks)), marks }];
}

/** In HTML, the items of a tight list contain their words directly. Here they are paragraphs, as in Markdown. */
function withParagraphs({ children }: Told): Told[] {
  const blocks: Told[] = [];
  let line: Told[] = [];
  const endLine = () => {
    if (line.some((child) => child.name !== '' || allText(child).trim() !== ''))
      blocks.push({ name: 'p', text: '', children: line });
    line = [];
  };
  for (const child of children) {
    if (!isBlock(child)) line.push(child);
    else {
      endLine();
      blocks.push(child);
    }
  }
  endLine();
  return blocks;
}

function readText({ name, text, children }: Told, marks: string[]): string {
  if (name !== '' && !LEAVES.has(name)) marks.push(name);
  return text + children.map((child) => readText(child, marks)).join('');
}

function tellCommonMark(node: CommonMarkNode): Told {
  const children: Told[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) children.push(tellCommonMark(child));
  const told = (name: string, text = '') => ({ name, text, children });
  switch (node.type) {
    case 'document':
      return told('root');
    case 'block_quote':
      return told('blockquote');
    case 'list':
      return told(node.listType === 'ordered' ? 'ol' : 'ul');
    case 'item':
      return told('li');
    case 'heading':
      return told(`h${node.level}`);
    case 'paragraph':
      return told('p');
    case 'code_block':
      return told('pre', node.literal ?? '');
    case 'thematic_break':
      return told('hr');
    case 'text':
      return told('', node.literal ?? '');
    case 'softbreak':
      return told('', ' ');
    case 'linebreak':
      return told('br', ' ');
    case 'emph':
      return told('em');
    case 'strong':
      return told('strong');
    case 'code':
      return told('code', node.literal ?? '');
    case 'link':
      return told(`a ${node.destination ?? ''}`);
    case 'image':
      return {
        name: `img ${node.destination ?? ''} (${children.map(allText).join('')})`,
        text: '',
        children: [],
      };
    default:
      return told(`${node.type} ${node.literal ?? ''}`);
  }
}

function allText({ text, children }: Told): string {
  return text + children.map(allText).join('');
}

const NAMES: Partial<Record<Nodes['type'], string>> = {
  ...{
    root: 'root',
    blockquote: 'blockquote',
    listItem: 'li',
    paragraph: 'p',
    code: 'pre',
    thematicBreak: 'hr',
  },
  ...{ table: 'table', tableRow: 'tr', tableCell: 'td', emphasis: 'em', strong: 'strong', delete: 'del' },
  ...{ inlineCode: 'code', break: 'br', text: '' },
};

function tellMdast(node: Nodes): Told {
  const children = 'children' in node ? node.children.map(tellMdast) : [];
  const text = 'value' in node ? node.value : node.type === 'break' ? ' ' : '';
  const told = (name: string) => ({ name, text, children });
  if (node.type === 'heading') return told(`h${node.depth}`);
  if (node.type === 'list') return told(node.ordered === true ? 'ol' : 'ul');
  if (node.type === 'link') return told(`a ${node.url}`);
  if (node.type === 'image') return told(`img ${node.url} (${node.alt ?? ''})`);
  return told(NAMES[node.type] ?? `${node.type} ${text}`);
}

function tellHtml(node: DefaultTreeAdapterTypes.Node): Told {
  if (node.nodeName === '#text' && 'value' in node) return { name: '', text: node.value, children: [] };
  const children = 'childNodes' in node ? node.childNodes.map(tellHtml) : [];
  const attributes = new Map('attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : []);
  const { nodeName } = node;
  const told = (name: string) => ({ name, text: nodeName === 'br' ? ' ' : '', children });
  if (nodeName === '#document-fragment') return told('root');
  if (nodeName === 'a') return told(`a ${attributes.get('href') ?? ''}`);
  if (nodeName === 'img') return told(`img ${attributes.get('src') ?? ''} (${attributes.get('alt') ?? ''})`);
  // Browsers use two elements for code of several lines.
  if (nodeName === 'code' && node.parentNode?.nodeName === 'pre') return told('');
  // Bidi isolation does not change the content.
  return told(nodeName === 'bdi' ? '' : nodeName);
}

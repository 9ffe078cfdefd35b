/**
 * Reads an export with programs that share no code with the printer: cmark, the reference implementation in C, and pandoc,
 * written in Haskell. Both are Debian packages. The results have the form of `printed-blocks.ts`.
 */
import { execFileSync } from 'node:child_process';
import { findCommand } from '../../scripts/browsers/find.ts';
import { listBlocks, readHtml, type Block, type Told } from './printed-blocks';

export function hasCommand(command: 'cmark' | 'pandoc' | 'hugo' | 'markdown_py'): boolean {
  return findCommand(command) !== undefined;
}

/** Reads Markdown with cmark, which prints it as HTML. */
export function readWithCmark(markdown: string): Block[] {
  return readHtml(execFileSync('cmark', ['--unsafe', '--to', 'html'], { input: markdown, encoding: 'utf8' }));
}

/** The name of an input format of pandoc: https://pandoc.org/MANUAL.html#general-options. */
export type PandocFormat =
  | 'commonmark'
  | 'commonmark_x-smart'
  | 'gfm'
  | 'markdown-smart-implicit_figures'
  | 'markdown_strict'
  | 'html';

export function readWithPandoc(input: string, format: PandocFormat): Block[] {
  const json = execFileSync('pandoc', ['--from', format, '--to', 'json'], { input, encoding: 'utf8' });
  const { blocks } = JSON.parse(json) as { blocks: Node[] };
  return listBlocks({ name: 'root', text: '', children: blocks.map(tell) });
}

/** A node of pandoc's tree: https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html. */
type Node = { [T in keyof Contents]: { t: T; c: Contents[T] } }[keyof Contents];

/** The content of a node, by its type. Attributes are ignored, because they contain nothing of an issue. */
interface Contents {
  Header: [level: number, Attribute, Node[]];
  Para: Node[];
  Plain: Node[];
  BlockQuote: Node[];
  BulletList: Node[][];
  OrderedList: [Attribute, Node[][]];
  CodeBlock: [Attribute, string];
  HorizontalRule: undefined;
  Table: [
    Attribute,
    caption: unknown,
    columns: unknown,
    head: [Attribute, Row[]],
    bodies: [Attribute, number, Row[], Row[]][],
  ];
  Str: string;
  Space: undefined;
  SoftBreak: undefined;
  LineBreak: undefined;
  Emph: Node[];
  Strong: Node[];
  Strikeout: Node[];
  Span: [Attribute, Node[]];
  Code: [Attribute, string];
  Link: [Attribute, Node[], [address: string, title: string]];
  Image: [Attribute, Node[], [address: string, title: string]];
}
type Attribute = unknown[];
type Row = [Attribute, [Attribute, unknown, number, number, Node[]][]];

function told(name: string, text: string, children: readonly Told[] = []): Told {
  return { name, text, children };
}

function tell(node: Node): Told {
  switch (node.t) {
    case 'Header':
      return told(`h${node.c[0]}`, '', node.c[2].map(tell));
    case 'BulletList':
      return told('ul', '', node.c.map(tellItem));
    case 'OrderedList':
      return told('ol', '', node.c[1].map(tellItem));
    case 'CodeBlock':
      return told('pre', node.c[1]);
    case 'Code':
      return told('code', node.c[1]);
    case 'Str':
      return told('', node.c);
    case 'Space':
    case 'SoftBreak':
      return told('', ' ');
    case 'LineBreak':
      return told('br', ' ');
    case 'HorizontalRule':
      return told('hr', '');
    case 'Span':
      return told('', '', node.c[1].map(tell));
    case 'Link':
      return told(`a ${node.c[2][0]}`, '', node.c[1].map(tell));
    case 'Image':
      return told(`img ${node.c[2][0]} (${node.c[1].map(tell).map(textOf).join('')})`, '');
    case 'Table':
      return told('table', '', rowsOf(node.c).map(tellRow));
    case 'Para':
    case 'Plain':
      return told('p', '', node.c.map(tell));
    case 'BlockQuote':
      return told('blockquote', '', node.c.map(tell));
    case 'Emph':
      return told('em', '', node.c.map(tell));
    case 'Strong':
      return told('strong', '', node.c.map(tell));
    case 'Strikeout':
      return told('del', '', node.c.map(tell));
    default:
      return tellOther(node);
  }
}

/** Nodes that no issue contains: citations, mathematics, definitions. */
function tellOther({ t, c }: { t: string; c?: unknown }): Told {
  return told(t, JSON.stringify(c));
}

function tellItem(blocks: readonly Node[]): Told {
  return told('li', '', blocks.map(tell));
}

function rowsOf([, , , [, head], bodies]: Contents['Table']): Row[] {
  return [...head, ...bodies.flatMap(([, , heads, rows]) => [...heads, ...rows])];
}

/** A cell contains a `Plain`, whose text is that of the cell. */
function tellRow([, cells]: Row): Told {
  return told(
    'tr',
    '',
    cells.map(([, , , , blocks]) =>
      told(
        'td',
        '',
        blocks.map(tell).flatMap(({ children }) => children),
      ),
    ),
  );
}

function textOf({ text, children }: Told): string {
  return text + children.map(textOf).join('');
}

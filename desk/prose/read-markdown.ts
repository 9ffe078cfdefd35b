import type { Definition, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Mark, Node as ProseNode } from 'prosemirror-model';
import { withoutInvisibleCharacters } from '../../src/news/text/plain-text';
import { linkableAddress } from '../../src/newsletter/markdown/linkable-address';
import { collectDefinitions } from '../../src/newsletter/markdown/markdown-blocks';
import { parseMarkdown } from '../../src/newsletter/markdown/markdown-syntax';
import { joinUnspacedLines } from '../../src/newsletter/markdown/unspaced-lines';
import { PROSE } from './prose-schema';
import { printTree } from './print-tree';

/** A Markdown text in the form in which the editor holds it. */
export interface ReadProse {
  doc: ProseNode;
  /** The Markdown that each block of the document was read from. */
  sources: ReadonlyMap<ProseNode, string>;
}

const { nodes, marks } = PROSE;

/** Reads Markdown with the syntax of the issue (src/newsletter/markdown/markdown-syntax.ts). Never throws. */
export function readMarkdown(markdown: string): ReadProse {
  const text = withoutInvisibleCharacters(markdown);
  const tree = parseMarkdown(text);
  const definitions = collectDefinitions(tree);
  const sources = new Map<ProseNode, string>();
  const blocks = tree.children.flatMap((child) => {
    const read = readBlock(child, definitions);
    const [start, end] = [child.position?.start.offset, child.position?.end.offset];
    if (read !== undefined && start !== undefined && end !== undefined)
      sources.set(read, text.slice(start, end));
    return read ?? [];
  });
  return { doc: nodes.doc.create(null, orParagraph(blocks)), sources };
}

type Definitions = ReadonlyMap<string, Definition>;

function readBlock(block: RootContent, definitions: Definitions): ProseNode | undefined {
  switch (block.type) {
    case 'paragraph':
      return nodes.paragraph.create(null, readPhrasing(block.children, definitions));
    case 'heading':
      return nodes.heading.create({ level: block.depth }, readPhrasing(block.children, definitions));
    case 'blockquote':
      return nodes.blockquote.create(null, orParagraph(readBlocks(block.children, definitions)));
    case 'list':
      return readList(block, definitions);
    case 'code':
      return nodes.code_block.create(
        { info: [block.lang, block.meta].filter(Boolean).join(' ') },
        textOf(block.value),
      );
    case 'thematicBreak':
      return nodes.horizontal_rule.create();
    case 'table':
      return nodes.source.create(null, textOf(printTree({ type: 'root', children: [block] })));
    default:
      return undefined; // definitions, which are resolved where they are used; raw HTML and footnotes are not part of the syntax
  }
}

function readBlocks(blocks: readonly RootContent[], definitions: Definitions): ProseNode[] {
  return blocks.flatMap((block) => readBlock(block, definitions) ?? []);
}

function readList(list: List, definitions: Definitions): ProseNode {
  const tight = list.spread !== true && list.children.every((item) => item.spread !== true);
  const items = list.children.map((item: ListItem) =>
    nodes.list_item.create(null, orParagraph(readBlocks(item.children, definitions))),
  );
  return list.ordered === true
    ? nodes.ordered_list.create({ tight, start: list.start ?? 1 }, items)
    : nodes.bullet_list.create({ tight }, items);
}

function orParagraph(blocks: readonly ProseNode[]): readonly ProseNode[] {
  return blocks.length === 0 ? [nodes.paragraph.create()] : blocks;
}

function textOf(value: string): ProseNode[] {
  return value === '' ? [] : [PROSE.text(value)];
}

function readPhrasing(
  children: readonly PhrasingContent[],
  definitions: Definitions,
  around: readonly Mark[] = [],
): ProseNode[] {
  const within = (node: { children: PhrasingContent[] }, mark?: Mark) =>
    readPhrasing(node.children, definitions, mark === undefined ? around : mark.addToSet(around));
  return children.flatMap((node): ProseNode[] => {
    switch (node.type) {
      case 'text':
        return textOf(joinLines(node.value)).map((text) => text.mark(around));
      case 'inlineCode':
        return textOf(joinLines(node.value)).map((text) => text.mark(marks.code.create().addToSet(around)));
      case 'strong':
        return within(node, marks.strong.create());
      case 'emphasis':
        return within(node, marks.em.create());
      case 'delete':
        return within(node, marks.strike.create());
      case 'link':
        return within(node, linkTo(node.url, node.title));
      case 'linkReference': {
        const definition = definitions.get(node.identifier);
        return within(node, linkTo(definition?.url, definition?.title));
      }
      case 'image':
        return readImage(node, around);
      case 'imageReference':
        return readImage({ ...definitions.get(node.identifier), alt: node.alt }, around);
      case 'break':
        return [nodes.hard_break.create(null, null, around)];
      default:
        return []; // raw HTML and footnotes, which are not part of the syntax
    }
  });
}

function linkTo(url: string | undefined, title: string | null | undefined): Mark | undefined {
  const href = linkableAddress(url);
  return href === undefined ? undefined : marks.link.create({ href, title: title ?? '' });
}

function readImage(
  image: { url?: string; alt?: string | null | undefined; title?: string | null | undefined },
  around: readonly Mark[],
): ProseNode[] {
  const src = linkableAddress(image.url);
  const alt = image.alt ?? '';
  return src === undefined
    ? textOf(alt).map((text) => text.mark(around))
    : [nodes.image.create({ src, alt, title: image.title ?? '' }, null, around)];
}

/** A line end within a paragraph becomes a space, or nothing between Chinese or Japanese words. */
function joinLines(text: string): string {
  return joinUnspacedLines(text).replace(/(?<![ \t])[ \t]*[\r\n]+[ \t]*/gu, ' ');
}

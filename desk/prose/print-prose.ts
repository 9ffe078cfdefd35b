import type { BlockContent, Heading, List, ListItem, Paragraph, PhrasingContent, Text } from 'mdast';
import type { Mark, Node as ProseNode } from 'prosemirror-model';
import { splitAtEmptyLines, tidyPhrasing } from '../../src/quotes/phrasing';
import { linkBareAddresses } from './linked-addresses';
import { printTree } from './print-tree';
import { PROSE } from './prose-schema';
import { readMarkdown, type ReadProse } from './read-markdown';

/**
 * The Markdown of an edited document. Unchanged content keeps the Markdown it was read from: the whole text, or else each block
 * whose Markdown still means the same. Paragraphs and items without words are left out.
 */
export function printProse(doc: ProseNode, read: ReadProse & { markdown: string }): string {
  if (doc.eq(read.doc)) return read.markdown;
  const printed = printBlocks(doc);
  const kept = doc.children.map((block) => read.sources.get(block) ?? printBlock(block));
  const text = kept.filter((block) => block !== '').join('\n\n');
  if (text === printed || doc.children.every((block) => standsAlone(block, read.sources.get(block))))
    return text;
  return readMarkdown(text).doc.eq(readMarkdown(printed).doc) ? text : printed;
}

/** Whether a block's original Markdown is known to mean the same by itself. */
const knownAlone = new WeakMap<ProseNode, boolean>();

/**
 * Whether a block means the same whatever is before and after it, between empty lines: not a list, which the next one may
 * continue, no code, and nothing that refers to definitions elsewhere. Newly printed Markdown contains no references.
 */
function standsAlone(block: ProseNode, source: string | undefined): boolean {
  if (source === undefined) return isOfParagraphs(block);
  const known = knownAlone.get(block);
  if (known !== undefined) return known;
  const alone = isOfParagraphs(block) ? readMarkdown(source).doc : undefined;
  const isAlone = alone?.childCount === 1 && alone.firstChild?.eq(block) === true;
  knownAlone.set(block, isAlone);
  return isAlone;
}

function isOfParagraphs(block: ProseNode): boolean {
  const { blockquote, heading, paragraph } = PROSE.nodes;
  if (block.type === blockquote) return block.children.every(isOfParagraphs);
  return block.type === paragraph || block.type === heading;
}

/**
 * Prints a whole document in one style of Markdown. Prints block by block, unless two lists are adjacent, because their markers
 * must then differ.
 */
export function printBlocks(doc: ProseNode): string {
  const blocks = doc.children.filter((block) => printBlock(block) !== '');
  const mayListsMeet = blocks.some((block, place) => isList(block) && mayBeginWithList(blocks[place + 1]));
  return mayListsMeet
    ? printTree({ type: 'root', children: blocks.flatMap(composeBlock) })
    : blocks.map(printBlock).join('\n\n');
}

/** Printed blocks, so that an unchanged block is not printed again. */
const printedBlocks = new WeakMap<ProseNode, string>();

function printBlock(block: ProseNode): string {
  const known = printedBlocks.get(block);
  if (known !== undefined) return known;
  const printed = printTree({ type: 'root', children: composeBlock(block) });
  printedBlocks.set(block, printed);
  return printed;
}

function isList({ type }: ProseNode): boolean {
  return type === PROSE.nodes.bullet_list || type === PROSE.nodes.ordered_list;
}

function mayBeginWithList(block: ProseNode | undefined): boolean {
  return block !== undefined && (isList(block) || block.type === PROSE.nodes.blockquote);
}

function composeBlock(block: ProseNode): BlockContent[] {
  switch (block.type) {
    case PROSE.nodes.heading: {
      const children = tidyWords(block).flatMap(({ children }) => children.map(spaceForBreak));
      const depth = block.attrs['level'] as Heading['depth'];
      return children.length === 0 ? [] : [{ type: 'heading', depth, children }];
    }
    case PROSE.nodes.blockquote: {
      const children = block.children.flatMap(composeBlock);
      return children.length === 0 ? [] : [{ type: 'blockquote', children }];
    }
    case PROSE.nodes.bullet_list:
    case PROSE.nodes.ordered_list:
      return composeList(block);
    case PROSE.nodes.code_block: {
      const [lang, ...meta] = (block.attrs['info'] as string).split(' ');
      return [
        {
          type: 'code',
          lang: lang === '' ? null : (lang ?? null),
          meta: meta.length > 0 ? meta.join(' ') : null,
          value: block.textContent,
        },
      ];
    }
    case PROSE.nodes.source: {
      const value = block.textContent.trim();
      return value === '' ? [] : [{ type: 'html', value }];
    }
    case PROSE.nodes.horizontal_rule:
      return [{ type: 'thematicBreak' }];
    default:
      return tidyWords(block);
  }
}

/** A list without items that have no words. */
function composeList(list: ProseNode): List[] {
  const isOrdered = list.type === PROSE.nodes.ordered_list;
  const spread = list.attrs['tight'] !== true || list.children.some(hasLaterNumbers);
  const children = list.children
    .map((item): ListItem => ({ type: 'listItem', spread, children: item.children.flatMap(composeBlock) }))
    .filter((item) => item.children.length > 0);
  const start = isOrdered && { start: list.attrs['start'] as number };
  return children.length === 0 ? [] : [{ type: 'list', ordered: isOrdered, ...start, spread, children }];
}

/**
 * A list that starts with a number other than 1 needs an empty line before it in Markdown; otherwise it is text of the
 * paragraph.
 */
function hasLaterNumbers(item: ProseNode): boolean {
  return item.children.some(
    (child) =>
      (child.type === PROSE.nodes.ordered_list && child.attrs['start'] !== 1) || hasLaterNumbers(child),
  );
}

/**
 * The content of a text block in a form that Markdown can express: no paragraph, one, or one for each part between empty lines.
 */
function tidyWords(block: ProseNode): Paragraph[] {
  return splitAtEmptyLines(tidyPhrasing(composePhrasing(block.children)))
    .filter((children) => children.length > 0)
    .map((children) => ({ type: 'paragraph', children }));
}

/** Marks are side by side in the editor but nested in Markdown. The mark with the longest range becomes the outermost. */
function composePhrasing(nodes: readonly ProseNode[], within: readonly Mark[] = []): PhrasingContent[] {
  const composed: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length;) {
    const runs = (nodes[at]?.marks ?? [])
      .filter((mark) => mark.type !== PROSE.marks.code && !mark.isInSet(within))
      .map((mark) => ({ mark, length: runLength(nodes, at, mark) }));
    const longest = runs.toSorted((a, b) => b.length - a.length)[0];
    const length = longest?.length ?? 1;
    composed.push(
      ...(longest === undefined
        ? nodes.slice(at, at + 1).flatMap((leaf) => composeLeaf(leaf, within.some(isLink)))
        : [
            composeSpan(
              longest.mark,
              composePhrasing(nodes.slice(at, at + length), [...within, longest.mark]),
            ),
          ]),
    );
    at += length;
  }
  return composed;
}

function runLength(nodes: readonly ProseNode[], from: number, mark: Mark): number {
  let end = from;
  while (mark.isInSet(nodes[end]?.marks ?? [])) end += 1;
  return end - from;
}

function composeSpan({ type, attrs }: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (type) {
    case PROSE.marks.strong:
      return { type: 'strong', children };
    case PROSE.marks.em:
      return { type: 'emphasis', children };
    case PROSE.marks.strike:
      return { type: 'delete', children };
    default: {
      const title = attrs['title'] as string;
      return { type: 'link', url: attrs['href'] as string, ...(title !== '' && { title }), children };
    }
  }
}

function isLink({ type }: Mark): boolean {
  return type === PROSE.marks.link;
}

function composeLeaf(node: ProseNode, isInLink: boolean): PhrasingContent[] {
  if (node.type === PROSE.nodes.hard_break) return [{ type: 'break' }];
  if (node.type === PROSE.nodes.image) {
    const { src, alt, title } = node.attrs as Record<'src' | 'alt' | 'title', string>;
    return [{ type: 'image', url: src, alt, ...(title !== '' && { title }) }];
  }
  const value = node.textContent.replace(/[\r\n]+/gu, ' ');
  if (PROSE.marks.code.isInSet(node.marks)) return [{ type: 'inlineCode', value }];
  return isInLink ? [{ type: 'text', value }] : linkBareAddresses(value);
}

/** A heading is one line. */
function spaceForBreak(node: PhrasingContent): PhrasingContent {
  const space: Text = { type: 'text', value: ' ' };
  return node.type === 'break' ? space : node;
}

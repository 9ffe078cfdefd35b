import type { Blockquote, Link, ListItem, Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { joinLines, linesOfBlock, rowsOfTable } from './block-lines';
import { paragraphOf } from './field-text';
import type { Target } from './targets';

/** A copy of an issue in which nothing stands that the target would destroy: the same words in what it keeps. */
export function shapeForTarget(issue: Root, target: Target): Root {
  const root = structuredClone(issue);
  visit(root, (node, index, parent) => {
    const shaped = shapeNode(node, target);
    if (shaped === undefined || parent === undefined || index === undefined) return;
    replace(parent, index, shaped);
    return [SKIP, index + shaped.length];
  });
  return root;
}

/** What stands in a node's place; `undefined` for what stays, and whose children are looked at. */
function shapeNode(node: Nodes, target: Target): RootContent[] | undefined {
  switch (node.type) {
    case 'table':
      return target.tables === 'rows' ? rowsOfTable(node) : undefined;
    case 'blockquote':
      return target.quotes === 'kept' ? undefined : shapeQuote(node, target.quotes);
    case 'listItem':
      if (target.items === 'lines') joinItem(node);
      return undefined;
    case 'paragraph':
      if (target.loneAddresses === 'named') nameLoneAddress(node);
      return undefined;
    default:
      return undefined;
  }
}

function replace(parent: Parents, index: number, nodes: RootContent[]): void {
  // Blocks stand for blocks, items for items.
  (parent.children as RootContent[]).splice(index, 1, ...nodes);
}

function shapeQuote(quote: Blockquote, form: 'paragraphs' | 'split'): Blockquote[] {
  const lines = quote.children.flatMap(linesOfBlock);
  const groups = form === 'split' ? lines.map((line) => [line]) : [lines];
  return groups.map((children) => ({ ...quote, children }));
}

/** The item's blocks as lines of one paragraph; a list at its end stays a list. */
function joinItem(item: ListItem): void {
  const last = item.children.at(-1);
  const list = last?.type === 'list' ? [last] : [];
  const blocks = item.children.slice(0, item.children.length - list.length);
  const lines = blocks.flatMap(linesOfBlock).map((line) => line.children);
  item.children = [paragraphOf(...joinLines(lines)), ...list];
}

function nameLoneAddress({ children }: Paragraph): void {
  const [link, ...others] = children;
  if (link?.type !== 'link' || others.length > 0 || toString(link) !== link.url) return;
  link.children = [{ type: 'text', value: nameOf(link) }];
}

function nameOf({ url }: Link): string {
  return url.replace(/^https?:\/\/(?:www\.)?|^mailto:/u, '').replace(/\/$/u, '');
}

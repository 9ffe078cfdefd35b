import type { Blockquote, Heading, ListItem, Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { joinLines, linesOfBlock, rowsOfTable } from './block-lines';
import { paragraphOf } from './markdown/field-text';
import { isPicture, liftPictures, splitAtPictures, splitListAtPictures } from './line-pictures';
import { nameOfAddress } from './markdown/linkable-address';
import type { Target } from './targets';

/** Copies an issue and replaces everything that the target would destroy by something it keeps, with the same words. */
export function shapeForTarget(issue: Root, target: Target): Root {
  const root = structuredClone(issue);
  if (target.linePictures === 'alone') takePicturesOfLists(root);
  visit(root, (node, index, parent) => {
    const shaped = shapeNode(node, target);
    if (shaped === undefined || parent === undefined || index === undefined) return;
    replace(parent, index, shaped);
    return [SKIP, index + shaped.length];
  });
  return root;
}

function takePicturesOfLists(root: Root): void {
  visit(root, 'list', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const parts = splitListAtPictures(node);
    replace(parent, index, parts);
    return [SKIP, index + parts.length];
  });
}

/** The replacement of a node; `undefined` if it stays and its children are to be shaped. */
function shapeNode(node: Nodes, target: Target): RootContent[] | undefined {
  switch (node.type) {
    case 'table':
      return target.tables === 'rows' ? rowsOfTable(node) : undefined;
    case 'blockquote':
      return target.quotes === 'kept' ? undefined : shapeQuote(node, target, target.quotes);
    case 'listItem':
      if (target.items === 'lines') joinItem(node);
      return undefined;
    case 'heading':
      return target.linePictures === 'alone' ? takePicturesOfHeading(node) : undefined;
    case 'paragraph':
      shapeLine(node, target);
      return undefined;
    default:
      return undefined;
  }
}

function replace(parent: Parents, index: number, nodes: RootContent[]): void {
  // Blocks are replaced by blocks, items by items.
  (parent.children as RootContent[]).splice(index, 1, ...nodes);
}

function shapeQuote(
  quote: Blockquote,
  target: Target,
  form: 'paragraphs' | 'split',
): (Blockquote | Paragraph)[] {
  const lines = quote.children.flatMap(linesOfBlock);
  for (const line of lines) shapeLine(line, target);
  if (form === 'paragraphs') return [{ ...quote, children: lines }];
  return lines
    .flatMap(({ children }) => splitAtPictures(children))
    .map((children) => {
      const line = paragraphOf(...children);
      return children.some(isPicture) ? line : { ...quote, children: [line] };
    });
}

/** Returns the heading's words, if it has any, followed by its pictures. */
function takePicturesOfHeading(heading: Heading): (Heading | Paragraph)[] {
  const line = liftPictures(heading.children);
  const pictures = line.filter(isPicture);
  heading.children = line.filter((node) => !isPicture(node));
  const isWithoutWords = pictures.length > 0 && toString(heading).trim() === '';
  return [...(isWithoutWords ? [] : [heading]), ...pictures.map((picture) => paragraphOf(picture))];
}

function shapeLine(line: Paragraph, target: Target): void {
  if (target.loneAddresses === 'named') nameLoneAddress(line);
  if (target.linePictures === 'alone') line.children = liftPictures(line.children);
}

/** Joins the item's blocks into lines of one paragraph. A list at its end stays a list. */
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
  link.children = [{ type: 'text', value: nameOfAddress(link.url) }];
}

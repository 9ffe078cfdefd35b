import type { Blockquote, Heading, ListItem, Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { joinLines, linesOfBlock, rowsOfTable } from './block-lines';
import { breakTemplateTags } from './template-tags';
import { removeFields } from './front-matter';
import { replaceLinksByNotes } from './link-notes';
import { paragraphOf } from './markdown/field-text';
import { isPicture, liftPictures, splitAtPictures, splitListAtPictures } from './inline-pictures';
import { nameOfAddress } from './markdown/linkable-address';
import { adaptToOldParsers } from './markdown-dialects';
import type { Target } from './targets';

/** Copies an issue and replaces everything that the target would destroy by something it keeps, with the same words. */
export function adaptToTarget(issue: Root, target: Target): Root {
  const root = structuredClone(issue);
  removeFields(root, target.fields);
  if (target.pictures === 'byHand') removeFiles(root);
  if (target.lineEnds === 'joined') joinLineEnds(root);
  if (target.inlinePictures === 'alone') takePicturesOfLists(root);
  visit(root, (node, index, parent) => {
    const adapted = adaptNode(node, target);
    if (adapted === undefined || parent === undefined || index === undefined) return;
    replace(parent, index, adapted);
    return [SKIP, index + adapted.length];
  });
  if (target.inlinePictures === 'alone') takePicturesOfQuotes(root);
  if (target.links === 'notes') replaceLinksByNotes(root);
  if (target.templateTags !== 'none') breakTemplateTags(root, target.templateTags);
  if (target.dialect === 'old') adaptToOldParsers(root);
  return root;
}

/** Removes the paragraphs of pictures that are files, such as the cover, which has its own paragraph. */
function removeFiles(root: Root): void {
  root.children = root.children.filter((block) => {
    const [picture, ...others] = block.type === 'paragraph' ? block.children : [];
    return picture?.type !== 'image' || others.length > 0 || URL.canParse(picture.url);
  });
}

function joinLineEnds(root: Root): void {
  visit(root, 'text', (node) => {
    const [first = '', ...others] = node.value.split('\n');
    const last = others.pop();
    if (last === undefined) return;
    const between = others.map((line) => line.trim()).filter((line) => line !== '');
    node.value = [first.trimEnd(), ...between, last.trimStart()].join(' ');
  });
}

function takePicturesOfLists(root: Root): void {
  visit(root, 'list', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const parts = splitListAtPictures(node);
    replace(parent, index, parts);
    return [SKIP, index + parts.length];
  });
}

/** The replacement of a node; `undefined` if it stays and its children are to be adapted. */
function adaptNode(node: Nodes, target: Target): RootContent[] | undefined {
  switch (node.type) {
    case 'table':
      return target.tables === 'rows' ? rowsOfTable(node) : undefined;
    case 'blockquote':
      return target.quotes === 'kept' ? undefined : [adaptQuote(node, target)];
    case 'listItem':
      if (target.items === 'lines') joinItem(node);
      return undefined;
    case 'heading':
      return target.inlinePictures === 'alone' ? takePicturesOfHeading(node) : undefined;
    case 'paragraph':
      adaptLine(node, target);
      return target.inlinePictures === 'alone' ? splitLine(node) : undefined;
    default:
      return undefined;
  }
}

function replace(parent: Parents, index: number, nodes: RootContent[]): void {
  // Blocks are replaced by blocks, items by items.
  (parent.children as RootContent[]).splice(index, 1, ...nodes);
}

function adaptQuote(quote: Blockquote, target: Target): Blockquote {
  const lines = quote.children.flatMap(linesOfBlock).flatMap((line) => {
    adaptLine(line, target);
    return target.inlinePictures === 'alone' ? splitLine(line) : [line];
  });
  return { ...quote, children: lines };
}

/** Puts the pictures of each quote between its parts before and after them. */
function takePicturesOfQuotes(parent: Parents): void {
  for (let place = parent.children.length - 1; place >= 0; place -= 1) {
    const child = parent.children[place];
    if (child?.type === 'list' || child?.type === 'listItem') takePicturesOfQuotes(child);
    if (child?.type !== 'blockquote') continue;
    takePicturesOfQuotes(child);
    replace(parent, place, splitQuoteAtPictures(child));
  }
}

function splitQuoteAtPictures(quote: Blockquote): RootContent[] {
  const parts: RootContent[] = [];
  for (const block of quote.children) {
    const last = parts.at(-1);
    if (isOfPicture(block)) parts.push(block);
    else if (last?.type === 'blockquote') last.children.push(block);
    else parts.push({ ...quote, children: [block] });
  }
  return parts;
}

/** The words and the pictures of a paragraph, each in a paragraph of its own. */
function splitLine(line: Paragraph): Paragraph[] {
  if (!line.children.some(isPicture)) return [line];
  return splitAtPictures(line.children)
    .filter((part) => part.some(isPicture) || toString(paragraphOf(...part)).trim() !== '')
    .map((children) => ({ ...line, children }));
}

function isOfPicture(block: Nodes): block is Paragraph {
  return block.type === 'paragraph' && block.children.length === 1 && block.children.every(isPicture);
}

/** Returns the heading's words, if it has any, followed by its pictures. */
function takePicturesOfHeading(heading: Heading): (Heading | Paragraph)[] {
  const line = liftPictures(heading.children);
  const pictures = line.filter(isPicture);
  heading.children = line.filter((node) => !isPicture(node));
  const isWithoutWords = pictures.length > 0 && toString(heading).trim() === '';
  return [...(isWithoutWords ? [] : [heading]), ...pictures.map((picture) => paragraphOf(picture))];
}

function adaptLine(line: Paragraph, target: Target): void {
  if (target.loneAddresses === 'named') nameLoneAddress(line);
  if (target.inlinePictures === 'alone') line.children = liftPictures(line.children);
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

import type { Nodes } from 'hast';
import { minifyWhitespace } from 'hast-util-minify-whitespace';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { linkContents } from './contents-links';
import { printFrontMatter } from './front-matter';
import { styleElements } from './inline-styles';
import { adaptToTarget } from './target-tree';
import { TARGETS, type Target, type TargetId } from './targets';
import { composeHast } from './to-hast';
import { printHtml } from './to-html';
import { printMarkdownPieces } from './to-markdown';

/** What a target needs to know of the place that an issue is pasted into. */
export interface PasteContext {
  /** The address of the post that it will be pasted into; the ids of Substack's headings depend on it. */
  draftAddress?: string | undefined;
  /** The day of the publication, `YYYY-MM-DD`. */
  day?: string | undefined;
}

/** Prints an issue in the format that is pasted into a target. */
export function printForTarget(issue: Root, id: TargetId, context: PasteContext = {}): string {
  return TARGETS[id].format === 'html'
    ? printHtmlFor(issue, id, context.draftAddress)
    : [...printMarkdownFor(issue, id, context.day)].join('');
}

/** Prints an issue as Markdown for a target, in pieces between which other work can run. */
export function* printMarkdownFor(issue: Root, id: TargetId, day?: string): Generator<string, undefined> {
  const target: Target = TARGETS[id];
  if (target.frontMatter === 'yaml') yield printFrontMatter(issue, day);
  yield* printMarkdownPieces(adaptToTarget(issue, target), { dialect: target.dialect });
}

/**
 * Prints an issue as HTML that survives being pasted into a target's editor.
 *
 * @param draftAddress the address of the post that it will be pasted into; the ids of Substack's headings depend on it
 */
export function printHtmlFor(issue: Root, id: TargetId, draftAddress?: string): string {
  return printTree(issue, id, draftAddress, markFirstBlock);
}

/** Prints a part of an issue as it is within the HTML for a target. */
export function printPartFor(part: Root, id: TargetId): string {
  return printTree(part, id);
}

function printTree(
  issue: Root,
  id: TargetId,
  draftAddress?: string,
  finish?: (tree: Nodes, target: Target) => void,
): string {
  const target: Target = TARGETS[id];
  const adapted = adaptToTarget(issue, target);
  if (target.contents !== 'plain') linkContents(adapted, target.contents, draftAddress);
  if (target.markup === 'kept') return printHtml(adapted);
  const tree = composeHast(adapted);
  keepToCommonElements(tree);
  minifyWhitespace(tree);
  if (target.inlinePictures === 'alone') freePictures(tree);
  if (target.styles !== 'none') styleElements(tree, target.styles);
  finish?.(tree, target);
  return `${toHtml(tree)}\n`;
}

/**
 * Says that the content was copied from an editor of ProseMirror's kind, from whole blocks. TipTap's paste rules leave such content
 * as it is; of other content they read `*words*`, `_words_` and `~~words~~` as Markdown.
 */
function markFirstBlock(tree: Nodes, { pasteRules }: Target): void {
  const first = 'children' in tree ? tree.children.find((node) => node.type === 'element') : undefined;
  if (pasteRules === 'tiptap' && first?.type === 'element')
    first.properties = { ...first.properties, dataPmSlice: '0 0 []' };
}

/** Puts each picture in the place of its paragraph, which editors with blocks of pictures would leave empty. */
function freePictures(tree: Nodes): void {
  visit(tree, 'element', (node, index, parent) => {
    const [picture, ...others] = node.children;
    if (node.tagName !== 'p' || picture?.type !== 'element' || picture.tagName !== 'img') return;
    if (others.length > 0 || parent === undefined || index === undefined) return;
    parent.children[index] = picture;
  });
}

/** Ghost drops the spaces around elements it does not know, such as `<bdi>` and `<del>`. All targets know `<s>`. */
function keepToCommonElements(tree: Nodes): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'del') node.tagName = 's';
    if (node.tagName !== 'bdi' || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

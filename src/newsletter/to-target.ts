import type { Nodes } from 'hast';
import { minifyWhitespace } from 'hast-util-minify-whitespace';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { linkContents } from './contents-links';
import { shapeForTarget } from './target-tree';
import { TARGETS, type Target, type TargetId } from './targets';
import { composeHast } from './to-hast';
import { printHtml } from './to-html';

/**
 * Prints an issue as HTML that survives being pasted into a target's editor.
 *
 * @param draftAddress the address of the post that it will be pasted into; the ids of Substack's headings depend on it
 */
export function printHtmlFor(issue: Root, id: TargetId, draftAddress?: string): string {
  const target: Target = TARGETS[id];
  const shaped = shapeForTarget(issue, target);
  if (target.contents !== 'plain') linkContents(shaped, target.contents, draftAddress);
  if (target.markup === 'kept') return printHtml(shaped);
  const tree = composeHast(shaped);
  keepToCommonElements(tree);
  minifyWhitespace(tree);
  return `${toHtml(tree)}\n`;
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

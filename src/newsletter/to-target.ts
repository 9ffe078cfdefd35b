import type { Nodes } from 'hast';
import { minifyWhitespace } from 'hast-util-minify-whitespace';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { shapeForTarget } from './target-tree';
import { TARGETS, type Target, type TargetId } from './targets';
import { composeHast } from './to-hast';
import { printHtml } from './to-html';

/** Prints an issue as the HTML that survives the paste into a target's editor. */
export function printHtmlFor(issue: Root, id: TargetId): string {
  const target: Target = TARGETS[id];
  const shaped = shapeForTarget(issue, target);
  if (target.markup === 'kept') return printHtml(shaped);
  const tree = composeHast(shaped);
  keepToCommonElements(tree);
  minifyWhitespace(tree);
  return `${toHtml(tree)}\n`;
}

/** Ghost eats the spaces around elements that it does not know, as `<bdi>` and `<del>`; all know `<s>`. */
function keepToCommonElements(tree: Nodes): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'del') node.tagName = 's';
    if (node.tagName !== 'bdi' || parent === undefined || index === undefined) return;
    parent.children.splice(index, 1, ...node.children);
    return index;
  });
}

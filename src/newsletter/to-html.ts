import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { composeHast } from './to-hast';

/** Prints an issue as a fragment of HTML that can be pasted into an editor: no ids, no classes, no styles. */
export function printHtml(root: Root): string {
  return `${toHtml(composeHast(root))}\n`;
}

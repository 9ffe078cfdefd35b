import type { Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';

/** Prints what was edited, as quotes are printed. A bare address stays one: it is a link wherever the text is read. */
export function printTree(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    extensions: [gfmStrikethroughToMarkdown(), gfmTableToMarkdown()],
  }).trimEnd();
}

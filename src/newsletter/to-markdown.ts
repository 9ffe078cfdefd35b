import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import './issue-tree';

/** Prints an issue as CommonMark; what GitHub's dialect would read as more than text is escaped as well. */
export function printMarkdown(root: Root): string {
  return toMarkdown(root, {
    bullet: '*',
    bulletOrdered: root.data?.orderedMark ?? '.',
    listItemIndent: 'one',
    rule: '-',
    extensions: [gfmToMarkdown()],
  });
}

import type { Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { UNSAFE_WWW } from '../../src/news/text/unsafe-markdown';

/**
 * Prints edited text in the same way as quotes. A bare address stays bare, because every reader of the text recognizes it as a
 * link.
 */
export function printTree(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    extensions: [gfmStrikethroughToMarkdown(), gfmTableToMarkdown(), { unsafe: [UNSAFE_WWW] }],
  }).trimEnd();
}

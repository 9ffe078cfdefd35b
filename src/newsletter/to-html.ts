import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';

/** Bare elements paste well everywhere; ids and classes would be of no page. The second wall after the tree itself. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'bdi'],
  attributes: { a: ['href', 'title'], img: ['src', 'alt', 'title'], ol: ['start'], '*': ['dir'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** Prints an issue as a fragment of HTML that can be pasted into an editor: no ids, no classes, no styles. */
export function printHtml(root: Root): string {
  return `${toHtml(sanitize(toHast(root), SCHEMA))}\n`;
}

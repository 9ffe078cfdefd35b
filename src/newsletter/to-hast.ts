import type { Nodes } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';

/** Bare elements paste well everywhere; ids and classes would be of no page. The second wall after the tree itself. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'bdi'],
  attributes: { a: ['href', 'title'], img: ['src', 'alt', 'title'], ol: ['start'], '*': ['dir', 'lang'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** An issue as a sanitised tree of HTML: what is printed, and what a page shows of it. */
export function composeHast(root: Root): Nodes {
  return sanitize(toHast(root), SCHEMA);
}

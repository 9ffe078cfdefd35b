import type { Nodes } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';

/**
 * Elements without attributes paste well everywhere, and ids and classes would have no meaning elsewhere. This is the second
 * safeguard after the tree itself.
 */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'bdi'],
  attributes: { a: ['href', 'title'], img: ['src', 'alt', 'title'], ol: ['start'], '*': ['dir', 'lang'] },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

/** Composes an issue as a sanitized tree of HTML, for printing and for showing in a page. */
export function composeHast(root: Root): Nodes {
  return sanitize(toHast(root), SCHEMA);
}

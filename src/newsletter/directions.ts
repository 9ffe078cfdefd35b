import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { directionOf, type Direction } from './markdown/field-text';

const BLOCKS = new Set<Nodes['type']>(['heading', 'paragraph', 'blockquote', 'list', 'table']);

/**
 * Notes on each block that runs against its surroundings (at the top: against the language) which way it runs,
 * for HTML: what it is pasted into need not find out by itself.
 */
export function markDirections(root: Root, language: string): void {
  markDirection(root, directionOfLanguage(language));
}

/** Which way a language is written, by the name that it has for itself. */
export function directionOfLanguage(language: string): Direction {
  const nameOfItself = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '';
  return directionOf(nameOfItself) ?? 'ltr';
}

function markDirection(node: Nodes, around: Direction): void {
  const direction = BLOCKS.has(node.type) ? (directionOf(toString(node)) ?? around) : around;
  if (direction !== around)
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dir: direction } };
  if ('children' in node) for (const child of node.children) markDirection(child, direction);
}

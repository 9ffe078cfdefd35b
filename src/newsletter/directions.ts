import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { directionOf, type Direction } from '../news/text/direction';

declare module 'mdast' {
  interface ParagraphData {
    /** The direction of the article that the paragraph belongs to, whatever its own words. */
    direction?: Direction | undefined;
  }
}

const BLOCKS = new Set<Nodes['type']>(['heading', 'paragraph', 'blockquote', 'list', 'table']);

/**
 * Marks each block whose direction differs from its surroundings (at the top level: from the language), so that the
 * HTML states the direction.
 */
export function markDirections(root: Root, language: string): void {
  markDirection(root, directionOfLanguage(language));
}

/** The direction of a language's script, taken from the language's own name. */
export function directionOfLanguage(language: string): Direction {
  const nameOfItself = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '';
  return directionOf(nameOfItself) ?? 'ltr';
}

function markDirection(node: Nodes, around: Direction): void {
  const own = node.type === 'paragraph' ? node.data?.direction : undefined;
  const direction = BLOCKS.has(node.type) ? (own ?? directionOf(toString(node)) ?? around) : around;
  if (direction !== around)
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dir: direction } };
  if ('children' in node) for (const child of node.children) markDirection(child, direction);
}

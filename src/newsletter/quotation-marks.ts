import type { BlockContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

const OPENING = /^["“„«»「『]/u;

/** Puts a passage in quotation marks, unless it brings its own. Changes the blocks: a list at an end is left as it is. */
export function putInMarks(blocks: readonly BlockContent[]): void {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || OPENING.test(toString(first))) return;
  if (first.type === 'paragraph') first.children.unshift({ type: 'text', value: '“' });
  if (last?.type === 'paragraph') last.children.push({ type: 'text', value: '”' });
}

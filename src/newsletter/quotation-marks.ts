import type { BlockContent, DefinitionContent, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { punctuationOf } from './punctuation';

const OPENING = /^["“„«»「『]/u;

/**
 * Puts a passage in the quotation marks of a language, unless it has its own. Changes the blocks. Puts either both marks or none: a passage that
 * is only a list, or that ends in a block without words, is left as it is.
 */
export function putInMarks(blocks: readonly BlockContent[], language: string): void {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined || OPENING.test(toString(first))) return;
  if (first.type !== 'paragraph' && last.type !== 'paragraph') return;
  const opening = paragraphAt(first, 0);
  const closing = paragraphAt(last, -1);
  if (opening === undefined || closing === undefined) return;
  const [before, after] = punctuationOf(language).quotationMarks;
  opening.children.unshift({ type: 'text', value: before });
  closing.children.push({ type: 'text', value: after });
}

/** The paragraph at the beginning or the end of a block. */
function paragraphAt(block: BlockContent | DefinitionContent, end: 0 | -1): Paragraph | undefined {
  switch (block.type) {
    case 'paragraph':
      return block;
    case 'list': {
      const inner = block.children.at(end)?.children.at(end);
      return inner && paragraphAt(inner, end);
    }
    case 'blockquote': {
      const inner = block.children.at(end);
      return inner && paragraphAt(inner, end);
    }
    default:
      return undefined;
  }
}

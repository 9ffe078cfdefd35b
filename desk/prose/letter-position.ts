import type { Node as ProseNode } from 'prosemirror-model';
import { countLetters, offsetAfter, type TextPlace } from '../rendered/text-place';

/** The position in a document for a place in a text that shows the same. */
export function positionAt(doc: ProseNode, { letters, isBefore }: TextPlace): number {
  let left = letters;
  let found: number | undefined;
  let last = 0;
  doc.descendants((node, position) => {
    if (found !== undefined) return false;
    if (!node.isText) {
      if (node.isTextblock) last = position + 1;
      return true;
    }
    const text = node.text ?? '';
    const count = countLetters(text);
    if (left < count || (left === count && !isBefore)) found = position + offsetAfter(text, left, isBefore);
    left -= count;
    last = position + node.nodeSize;
    return false;
  });
  return found ?? last;
}

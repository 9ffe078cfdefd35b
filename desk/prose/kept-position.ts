import type { Node as ProseNode } from 'prosemirror-model';

/** Where a position of one document is in another that was made of it: it stays at the words that both have around it. */
export function keptPosition(before: ProseNode, after: ProseNode, position: number): number {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || ends === null || position <= start) return Math.min(position, after.content.size);
  // Where the same letters stand at both ends of what has changed, they count once.
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  return position >= ends.a + overlap ? position + ends.b - ends.a : Math.min(position, ends.b + overlap);
}

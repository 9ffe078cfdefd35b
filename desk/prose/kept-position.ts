import type { Node as ProseNode } from 'prosemirror-model';

/** Where a position of one document is in another that was made of it: it stays at the words that both have around it. */
export function keptPosition(before: ProseNode, after: ProseNode, position: number): number {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || ends === null) return position;
  // Where the same letters stand at both ends of what came in, it may be before or after them: what others write stands first.
  const end = Math.min(ends.a, ends.b);
  const isEither = end < start && before.textBetween(end, start) !== '';
  const isAfter = position >= ends.a && (position > start || isEither);
  if (isAfter) return position + ends.b - ends.a;
  if (position > start) return Math.min(position, ends.b);
  // What goes on without a space belongs to the words before it.
  const isGoingOn = position === ends.a && /^\S/u.test(after.textBetween(position, ends.b, '\n'));
  return isGoingOn ? ends.b : position;
}

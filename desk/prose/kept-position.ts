import type { Node as ProseNode } from 'prosemirror-model';

/** The position in a changed document that corresponds to one in the old: it stays at the words that both have around it. */
export function keptPosition(before: ProseNode, after: ProseNode, position: number): number {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || ends === null) return position;
  // If the inserted text begins and ends with the same letters, it may be before or after them. The earlier place is chosen.
  const end = Math.min(ends.a, ends.b);
  const isEither = end < start && before.textBetween(end, start) !== '';
  const isAfter = position >= ends.a && (position > start || isEither);
  if (isAfter) return position + ends.b - ends.a;
  if (position > start) return Math.min(position, ends.b);
  // Text that continues without a space belongs to the words before it.
  const isGoingOn = position === ends.a && /^\S/u.test(after.textBetween(position, ends.b, '\n'));
  return isGoingOn ? ends.b : position;
}

import type { HouseStyle } from '../news/house-style';
import type { ManuscriptClip } from '../news/manuscript';
import { composeParts, type IssuePart } from './issue-tree';
import { TARGETS, type TargetId } from './targets';
import { printPartFor } from './to-target';

/** The bytes of UTF-8 that a part of an issue adds to the HTML for a target. A clip is measured once for each style. */
export function measurePart(part: IssuePart, style: HouseStyle, target: TargetId): number {
  const { of } = part;
  if (typeof of === 'string') return measure(part, style, target);
  const known = measured.get(of);
  if (known?.style === style && known.target === target) return known.bytes;
  const bytes = measure(part, style, target);
  measured.set(of, { style, target, bytes });
  return bytes;
}

const measured = new WeakMap<ManuscriptClip, { style: HouseStyle; target: TargetId; bytes: number }>();

function measure(part: IssuePart, style: HouseStyle, target: TargetId): number {
  const html = printPartFor(composeParts([part], style), target).trimEnd();
  if (html === '') return 0;
  const lineEnd = TARGETS[target].markup === 'kept' ? 1 : 0;
  return bytesOf(html) + lineEnd;
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

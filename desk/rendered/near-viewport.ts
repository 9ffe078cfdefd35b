import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './near-viewport.css';

/** How many of each kind are drawn completely when a page opens: as many as a screen shows. */
const FIRST = { line: 32, clip: 6, part: 6 };
type Kind = keyof typeof FIRST;

const shown: Record<Kind, number> = { line: 0, clip: 0, part: 0 };
const seen = new Set<string>();

/**
 * Whether an element is, or once was, in or near the viewport, so that it is worth drawing completely. Until then, the element
 * must have the class `is-far`: the browser neither lays it out nor paints it, and reports when it has to. The browser measures
 * each of these elements in every frame, so their number is kept low: what was near once stays complete, wherever it is moved,
 * and the lines of the outline, which are cheap, become complete while the page is idle. The first elements of a page count as
 * near, so that nothing visibly changes as it opens.
 *
 * @param isOpen it is being edited and counts as near wherever it is
 */
export function useNearViewport<Shown extends HTMLElement>(
  kind: Kind,
  id: string,
  isOpen = false,
): [RefObject<Shown | null>, boolean] {
  const ref = useRef<Shown>(null);
  const [isNear, setNear] = useState(() => isFirst(kind) || seen.has(kind + id));
  if (isOpen && !isNear) setNear(true);
  useLayoutEffect(() => () => void (shown[kind] -= 1), [kind]);
  useLayoutEffect(() => {
    const element = ref.current;
    if (isNear) seen.add(kind + id);
    if (isNear || element === null) return undefined;
    const look = (event: Event) => {
      if (event instanceof ContentVisibilityAutoStateChangeEvent && !event.skipped) setNear(true);
    };
    element.addEventListener('contentvisibilityautostatechange', look);
    const idle = kind === 'line' ? requestIdleCallback(() => setNear(true)) : undefined;
    return () => {
      element.removeEventListener('contentvisibilityautostatechange', look);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [isNear, kind, id]);
  return [ref, isNear];
}

/** Counts the elements of a kind as they are created. */
function isFirst(kind: Kind): boolean {
  shown[kind] += 1;
  return shown[kind] <= FIRST[kind];
}

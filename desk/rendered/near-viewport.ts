import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import './near-viewport.css';

/** So many of each kind are whole when a page opens: what a screen shows. */
const FIRST = { line: 32, clip: 6, part: 6 };
type Kind = keyof typeof FIRST;

const shown: Record<Kind, number> = { line: 0, clip: 0, part: 0 };
const seen = new Set<string>();

/**
 * Whether something is in sight, or has come near it once: only then it is worth drawing whole. Until then the element is to be
 * of the class `is-far`: the browser neither lays it out nor paints it, and tells when it has to. Each of those is measured anew
 * in every frame, therefore nothing else is: what has been near stays whole, wherever it is moved, and the lines of the outline,
 * which cost little, become so as the page is idle. The first ones of a page are taken to be near, so that nothing is seen to
 * change as it opens.
 *
 * @param isOpen it is worked on, and so is near wherever it stands
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

/** Counts what is shown of a kind, as it is made. */
function isFirst(kind: Kind): boolean {
  shown[kind] += 1;
  return shown[kind] <= FIRST[kind];
}

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** So many of each kind are whole when a page opens: what a screen shows. */
const FIRST = { line: 32, clip: 6, part: 6 };
type Kind = keyof typeof FIRST;

const shown: Record<Kind, number> = { line: 0, clip: 0, part: 0 };
const seen = new Set<string>();

/**
 * Whether something is in sight, or has come near it once: only then it is worth drawing whole. The first ones of a page are
 * taken to be, so that nothing is seen to change as it opens; what has been near stays whole wherever it is moved. Lines of the
 * outline cost little: they become whole as the page is idle, since what is watched is measured anew in every frame.
 */
export function useNearness<Shown extends HTMLElement>(
  kind: Kind,
  id: string,
): [RefObject<Shown | null>, boolean] {
  const ref = useRef<Shown>(null);
  const [isNear, setNear] = useState(() => isFirst(kind) || seen.has(kind + id));
  useLayoutEffect(() => () => void (shown[kind] -= 1), [kind]);
  useLayoutEffect(() => {
    const element = ref.current;
    if (isNear) seen.add(kind + id);
    if (isNear || element === null) return undefined;
    watchers.set(element, () => setNear(true));
    observer().observe(element);
    const idle = kind === 'line' ? requestIdleCallback(() => setNear(true)) : undefined;
    return () => {
      forget(element);
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

const watchers = new WeakMap<Element, () => void>();
let shared: IntersectionObserver | undefined;

/** Half a screen ahead, in whatever scrolls. */
function observer(): IntersectionObserver {
  const margins = { rootMargin: '50%', scrollMargin: '50%' };
  return (shared ??= new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) watchers.get(target)?.();
  }, margins));
}

function forget(element: Element): void {
  watchers.delete(element);
  shared?.unobserve(element);
}

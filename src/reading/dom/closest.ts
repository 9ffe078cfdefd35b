/** Like `element.closest(selector)`, but matches each element only once, however many of its descendants ask. */
import { call, get } from './node-property';

export type ClosestFinder = (element: Element, selector: string) => Element | null;

/** Use a finder for one reading of a page only: it caches its results, and the page may change afterwards. */
export function closestFinder(): ClosestFinder {
  const known = new Map<string, Map<Element, Element | null>>();
  return (element, selector) => {
    const found = known.get(selector) ?? new Map<Element, Element | null>();
    known.set(selector, found);
    return closestAmong(found, element, selector);
  };
}

function closestAmong(
  known: Map<Element, Element | null>,
  element: Element,
  selector: string,
): Element | null {
  const passed: Element[] = [];
  let found: Element | null | undefined;
  for (let at: Element | null = element; at !== null && found === undefined; at = get(at, 'parentElement')) {
    found = known.get(at) ?? (known.has(at) ? null : call(at, 'matches', selector) ? at : undefined);
    passed.push(at);
  }
  for (const one of passed) known.set(one, found ?? null);
  return found ?? null;
}

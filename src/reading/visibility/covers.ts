import { isPainted, parentOf, parseColour } from './colours';
import { call } from '../dom/node-property';

/** An opaque element over a part of the page, at every scroll position. */
export interface CoveringBox {
  hides: (box: DOMRect, element: Element) => boolean;
}

const MOST_ELEMENTS = 5_000;
const MOST_COVERS = 200;

/**
 * The positioned, opaque elements of a page. Bars that stay visible during scrolling, and their content, are left out, because
 * they cover text only temporarily.
 */
export function coversOf(document: Document): CoveringBox[] {
  const covers: CoveringBox[] = [];
  const all = call(document, 'querySelectorAll', '*');
  for (let at = 0; at < Math.min(all.length, MOST_ELEMENTS) && covers.length < MOST_COVERS; at++) {
    const element = all[at];
    if (element !== undefined && coversWords(element)) covers.push(coverOf(element));
  }
  return covers;
}

function coversWords(element: Element): boolean {
  const style = getComputedStyle(element);
  if (style.position !== 'absolute' && style.position !== 'relative') return false;
  if (Number(style.opacity) < 0.95 || style.visibility !== 'visible' || isPainted(style)) return false;
  return (parseColour(style.backgroundColor)?.alpha ?? 0) > 0.95 && !isInBar(element);
}

function isInBar(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at))
    if (/^(?:fixed|sticky)$/u.test(getComputedStyle(at).position)) return true;
  return false;
}

function coverOf(cover: Element): CoveringBox {
  const boxes = Array.from(call(cover, 'getClientRects')); // an inline element has one in each line
  const order = Number(getComputedStyle(cover).zIndex) || 0;
  return {
    hides: (box, element) =>
      boxes.some((own) => holds(own, box)) &&
      !call(cover, 'contains', element) &&
      isAbove(cover, order, element),
  };
}

function holds(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left <= other.left && one.top <= other.top && one.right >= other.right && one.bottom >= other.bottom
  );
}

/** Of two overlapping elements, the one with the greater `z-index` is above; otherwise the later one, if it is positioned. */
function isAbove(cover: Element, order: number, element: Element): boolean {
  let other = 0;
  let isPositioned = false;
  for (let at: Element | null = element; at !== null && !call(at, 'contains', cover); at = parentOf(at)) {
    const { position, zIndex } = getComputedStyle(at);
    if (position === 'static') continue;
    isPositioned = true;
    other = Number(zIndex) || 0;
  }
  if (order !== other) return order > other;
  return (
    !isPositioned ||
    (call(cover, 'compareDocumentPosition', element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  );
}

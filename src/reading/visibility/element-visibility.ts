/** What a reader sees of an element, judged by its computed style. */

import { isText } from '../dom/node-kinds';
import { call, get } from '../dom/node-property';

/** Elements that the browser draws but that are not part of the text: controls, and the small print over ruby. */
const CONTROLS = 'input, rt, rp, datalist, progress, meter';
const BUTTONS = 'button, [role="button"]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Elements in which a button may be a part of a sentence. */
const SENTENCES = 'p, td, th, dt, dd, figcaption';

/** Whether an element and everything inside it is invisible, or not part of the text. */
export function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'contents') return false; // it has no box of its own, so `checkVisibility` reports it as hidden
  return (
    call(element, 'matches', CONTROLS) ||
    !call(element, 'checkVisibility') ||
    style.userSelect === 'none' ||
    (isOutOfFlow(style) && (style.opacity === '0' || isClippedAway(element, style)))
  );
}

/** Whether an element is a button that stands by itself, as “Share” does; not one in a heading or in a sentence. */
export function isLoneButton(element: Element): boolean {
  if (!call(element, 'matches', BUTTONS)) return false;
  if (call(element, 'closest', HEADINGS) ?? call(element, 'querySelector', HEADINGS)) return false;
  const parent = get(element, 'parentElement');
  const hasOwnText = [...(get(parent, 'childNodes') ?? [])].some(
    (node) => isText(node) && node.data.trim() !== '',
  );
  const sentence = hasOwnText ? parent : call(element, 'closest', SENTENCES);
  const lengthOf = (each: Element) => get(each, 'textContent').trim().length;
  return sentence === null || lengthOf(sentence) <= lengthOf(element);
}

/** Properties that hide an element's own text. `checkVisibility` reports its descendants. */
export function hasHiddenWords(element: Element, style: CSSStyleDeclaration): boolean {
  return (
    (get(element, 'localName') === 'details' && !call(element, 'hasAttribute', 'open')) ||
    (style.contentVisibility === 'hidden' && style.display !== 'inline')
  );
}

export function isOutOfFlow({ position }: CSSStyleDeclaration): boolean {
  return position === 'absolute' || position === 'fixed';
}

/** Text for screen readers only: clipped to nothing, reduced to a pixel, or moved off the page. */
function isClippedAway(element: Element, { overflow, clipPath }: CSSStyleDeclaration): boolean {
  const { width, height, right, bottom } = call(element, 'getBoundingClientRect');
  const { scrollX = 0, scrollY = 0 } = get(get(element, 'ownerDocument'), 'defaultView') ?? {};
  return (
    ((width <= 1 || height <= 1) && overflow !== 'visible') ||
    /^inset\((50|100)%/u.test(clipPath) ||
    right + scrollX <= 0 ||
    bottom + scrollY <= 0
  );
}

/** Boxes that are separate from the text around them. One or two floated letters are a drop cap and stay in their word. */
export function isBlock(element: Element, style: CSSStyleDeclaration): boolean {
  if (/^(inline|contents|ruby|none)|math$/u.test(style.display)) return false;
  return style.float === 'none' || get(element, 'textContent').trim().length > 3;
}

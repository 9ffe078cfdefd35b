/** What a reader sees of an element, judged by its computed style. */

import { call, get } from '../dom/node-property';

/** Elements that the browser draws but that are not part of the text: controls, and the small print over ruby. */
const CONTROLS = 'button, [role="button"], input, rt, rp, datalist, progress, meter';

/** Whether an element and everything inside it is invisible, or not part of the text. */
export function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'contents') return false; // it has no box of its own, so `checkVisibility` reports it as hidden
  return (
    call(element, 'matches', CONTROLS) ||
    !call(element, 'checkVisibility', { opacityProperty: true }) ||
    style.userSelect === 'none' ||
    (isOutOfFlow(style) && isClippedAway(element, style))
  );
}

/** Properties that hide an element's own text. Its descendants have others, or `checkVisibility` reports them. */
export function hasHiddenWords(style: CSSStyleDeclaration): boolean {
  return (
    style.visibility !== 'visible' ||
    style.fontSize === '0px' ||
    (style.contentVisibility === 'hidden' && style.display !== 'inline')
  );
}

function isOutOfFlow({ position }: CSSStyleDeclaration): boolean {
  return position === 'absolute' || position === 'fixed';
}

/** Text for screen readers only: clipped to nothing, reduced to a pixel, or moved off the page. */
function isClippedAway(element: Element, { overflow, clipPath }: CSSStyleDeclaration): boolean {
  const { width, height, right, bottom } = call(element, 'getBoundingClientRect');
  return (
    ((width <= 1 || height <= 1) && overflow !== 'visible') ||
    /^inset\((50|100)%/u.test(clipPath) ||
    right + (get(get(element, 'ownerDocument'), 'defaultView')?.scrollX ?? 0) <= 0 ||
    bottom + (get(get(element, 'ownerDocument'), 'defaultView')?.scrollY ?? 0) <= 0
  );
}

/** Boxes that are separate from the text around them. One or two floated letters are a drop cap and stay in their word. */
export function isBlock(element: Element, style: CSSStyleDeclaration): boolean {
  if (/^(inline|contents|ruby|none)|math$/u.test(style.display)) return false;
  return style.float === 'none' || get(element, 'textContent').trim().length > 3;
}

/** What a reader sees of an element, told by its computed style. */

import { call, get } from '../dom/node-property';

/** Words that the browser draws but that are no part of the text: controls, and the small print over ruby. */
const CONTROLS = 'button, [role="button"], input, rt, rp, datalist, progress, meter';

/** Whether an element and all that is in it is out of sight, or no part of the text. */
export function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'contents') return false; // it has no box of its own, which `checkVisibility` takes for hidden
  return (
    call(element, 'matches', CONTROLS) ||
    !call(element, 'checkVisibility', { opacityProperty: true }) ||
    style.userSelect === 'none' ||
    (isOutOfFlow(style) && isClippedAway(element, style))
  );
}

/** What a descendant may undo: hidden by these, an element's own words are out of sight. */
export function hasHiddenWords(style: CSSStyleDeclaration): boolean {
  return style.visibility !== 'visible' || style.fontSize === '0px';
}

function isOutOfFlow({ position }: CSSStyleDeclaration): boolean {
  return position === 'absolute' || position === 'fixed';
}

/** Text for screen readers only: clipped to nothing, shrunk to a pixel, or moved off the page. */
function isClippedAway(element: Element, { overflow, clipPath }: CSSStyleDeclaration): boolean {
  const { width, height, right, bottom } = call(element, 'getBoundingClientRect');
  return (
    ((width <= 1 || height <= 1) && overflow !== 'visible') ||
    /^inset\((50|100)%/u.test(clipPath) ||
    right + (get(get(element, 'ownerDocument'), 'defaultView')?.scrollX ?? 0) <= 0 ||
    bottom + (get(get(element, 'ownerDocument'), 'defaultView')?.scrollY ?? 0) <= 0
  );
}

/** Boxes that stand apart from the text around them. A floated letter or two is a drop cap and stays in its word. */
export function isBlock(element: Element, style: CSSStyleDeclaration): boolean {
  if (/^(inline|contents|ruby|none)|math$/u.test(style.display)) return false;
  return style.float === 'none' || get(element, 'textContent').trim().length > 3;
}

import type { MenuTarget, Point } from './session.ts';

/**
 * Runs in a page: where a user would click on an element, or (without a selector) on the first line of the selection, in CSS
 * pixels from the corner of the viewport.
 */
export function pointToClick(selector?: string): Point {
  const element = selector === undefined ? undefined : document.querySelector(selector);
  element?.scrollIntoView({ block: 'center' });
  const box = (element ?? getSelection()?.getRangeAt(0))?.getClientRects()[0];
  if (box === undefined) throw new Error(`Nothing to click on: ${selector ?? 'the selection'}`);
  return { x: Math.round(box.x + Math.min(box.width / 2, 60)), y: Math.round(box.y + box.height / 2) };
}

/** A program that returns the element of the notice, which is after the page's body. */
export const NOTICE_HOST = `document.querySelector('body ~ div')`;

/** Runs in the page. Returns the position of the viewport's corner on the screen; the browser's own toolbars are above it. */
export function pageOnScreen(): { x: number; y: number } {
  return { x: screenX, y: screenY + outerHeight - innerHeight };
}

export function isPoint(target: MenuTarget): target is { point: Point } {
  return target !== 'selection' && 'point' in target;
}

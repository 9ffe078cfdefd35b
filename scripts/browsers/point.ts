import type { Point } from './session.ts';

/**
 * Runs in a page: where a person would click on an element, or (without a selector) on the selection's first line, in
 * CSS pixels from the corner of what is shown.
 */
export function pointToClick(selector?: string): Point {
  const element = selector === undefined ? undefined : document.querySelector(selector);
  element?.scrollIntoView({ block: 'center' });
  const box = (element ?? getSelection()?.getRangeAt(0))?.getClientRects()[0];
  if (box === undefined) throw new Error(`Nothing to click on: ${selector ?? 'the selection'}`);
  return { x: Math.round(box.x + Math.min(box.width / 2, 60)), y: Math.round(box.y + box.height / 2) };
}

/** A program: the element that holds the notice, which stands after the page's body. */
export const NOTICE_HOST = `document.querySelector('body ~ div')`;

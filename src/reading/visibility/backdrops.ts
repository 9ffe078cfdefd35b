import { call } from '../dom/node-property';
import { contrastOf, isPainted, parseColour, type Colour } from './colours';

const REPLACED = 'img, picture, video, canvas, svg, iframe, object, embed';
const MOST_ELEMENTS = 5_000;
const LEAST_CONTRAST = 1.1;

interface Backdrop {
  element: Element;
  box: DOMRect;
  /** Absent for a picture, a gradient or an unknown colour. */
  colour: Colour | undefined;
}

/**
 * The elements of a page with a background or a picture of their own. The page is searched once, because a search for each
 * element with text takes too long on a long page.
 */
export class Backdrops {
  private known: Backdrop[] | undefined;

  constructor(private readonly document: Document) {}

  /** Whether an element that is not an ancestor is drawn behind this one, in another colour or as a picture. */
  hasOtherBehind(element: Element, colour: Colour): boolean {
    this.known ??= backdropsOf(this.document);
    const { left, right, top, bottom } = call(element, 'getBoundingClientRect');
    return this.known.some(
      ({ element: other, box, colour: own }) =>
        box.left < right &&
        box.right > left &&
        box.top < bottom &&
        box.bottom > top &&
        (own === undefined || contrastOf(own, colour) >= LEAST_CONTRAST) &&
        !call(other, 'contains', element) &&
        !call(element, 'contains', other),
    );
  }
}

function backdropsOf(document: Document): Backdrop[] {
  const found: Backdrop[] = [];
  const all = call(document, 'querySelectorAll', '*');
  for (let at = 0; at < Math.min(all.length, MOST_ELEMENTS); at++) {
    const element = all[at];
    if (element === undefined) continue;
    const style = getComputedStyle(element);
    const colour =
      call(element, 'matches', REPLACED) || isPainted(style) ? undefined : parseColour(style.backgroundColor);
    if (colour?.alpha !== 0) found.push({ element, box: call(element, 'getBoundingClientRect'), colour });
  }
  return found;
}

/** Elements with a content of their own: pictures, videos, frames and shapes of a drawing. */
import { colourTexts, parseColour, type Colour } from './colours';
import type { Colours } from './image-colours';
import { call, get, has } from '../dom/node-property';

const REPLACED = 'img, video, canvas, iframe, object, embed';
/** The side in pixels of the copy whose transparency is checked. */
const SAMPLE = 8;

export function isReplaced(element: Element): boolean {
  return call(element, 'matches', REPLACED);
}

/** Whether a picture, a video or a frame is known to be opaque. Those of other sites cannot be examined. */
export function isOpaque(element: Element): boolean {
  const name = get(element, 'localName');
  if (name === 'iframe') return isOpaqueFrame(element as HTMLIFrameElement);
  if (name !== 'img' && name !== 'video' && name !== 'canvas') return false;
  try {
    const context = new OffscreenCanvas(SAMPLE, SAMPLE).getContext('2d');
    context?.drawImage(element as HTMLCanvasElement, 0, 0, SAMPLE, SAMPLE);
    const { data } = context?.getImageData(0, 0, SAMPLE, SAMPLE) ?? {};
    return data?.every((value, at) => at % 4 !== 3 || value > 250) ?? false;
  } catch {
    return false; // of another site, broken, or without size
  }
}

function isOpaqueFrame({ contentDocument }: HTMLIFrameElement): boolean {
  const elements = contentDocument
    ? [get(contentDocument, 'documentElement'), call(contentDocument, 'querySelector', 'body')]
    : [];
  return elements.some(
    (element) => element !== null && parseColour(getComputedStyle(element).backgroundColor)?.alpha === 1,
  );
}

/** Whether the content of an element is drawn only where something else refers to it. */
export function isOnlyReferredTo(element: Element): boolean {
  return /^(?:defs|symbol|clipPath|mask|marker|pattern)$/u.test(get(element, 'localName'));
}

/** A shape of a drawing that is filled. */
export interface FilledShape {
  colours: Colours;
  hasPoint: (x: number, y: number) => boolean;
}

export function filledShape(element: Element, style: CSSStyleDeclaration): FilledShape | undefined {
  if (!isGeometry(element) || style.fill === 'none') return undefined;
  const [written] = colourTexts(style.fill);
  const colour = written === undefined || style.fill.includes('url(') ? undefined : parseColour(written);
  const own = call(element, 'getScreenCTM');
  if (!own || colour?.alpha === 0) return undefined;
  const matrix = new DOMMatrix([own.a, own.b, own.c, own.d, own.e, own.f]).inverse();
  if (Number.isNaN(matrix.a)) return undefined; // drawn without an area
  const faded: Colour | undefined = colour && { ...colour, alpha: colour.alpha * Number(style.fillOpacity) };
  return {
    colours: faded && [faded],
    hasPoint: (x, y) => call(element, 'isPointInFill', new DOMPoint(x, y).matrixTransform(matrix)),
  };
}

function isGeometry(element: Element): element is SVGGeometryElement {
  return (
    /^(?:rect|path|circle|ellipse|polygon)$/u.test(get(element, 'localName')) && has(element, 'isPointInFill')
  );
}

/** Elements with a content of their own: pictures, videos and frames. */
import { parseColour } from './colours';
import { call, get } from '../dom/node-property';

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

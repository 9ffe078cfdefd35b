/** What a mask leaves of an element. */
import { referenceIn, resourceShape } from './clip-resource';
import { hasPoint, type Shape } from './clipping-boxes';
import { areFewLayers, gradientAt, maskLayers, readBoxes } from './picture-layers';
import { call } from '../dom/node-property';

/** What is less opaque is not seen. */
const LEAST_ALPHA = 0.05;

/** Where a mask of one linear gradient, or of shapes of the page, leaves something of an element that is not turned; `undefined` if it is not known. */
export function maskShape(element: Element, style: CSSStyleDeclaration): Shape | undefined {
  const { maskImage, maskClip, maskMode } = style;
  const reference = referenceIn(maskImage);
  if (reference !== undefined && maskMode !== 'alpha' && !maskImage.includes(','))
    return resourceShape(element, reference);
  const [layer, another] = maskImage.startsWith('linear-gradient(') ? maskLayers(style) : [];
  if (!layer || another || maskMode === 'luminance' || !areFewLayers(maskImage, [layer])) return undefined;
  const boxes = readBoxes(style)(call(element, 'getBoundingClientRect'));
  const clip = boxes[maskClip];
  return (x, y) => {
    if (clip && !hasPoint(clip, x, y)) return false;
    const colour = gradientAt(layer, boxes, { x, y });
    return colour ? colour.alpha >= LEAST_ALPHA : colour === undefined;
  };
}

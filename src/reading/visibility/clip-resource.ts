/** What the shapes of a drawing leave of the elements that refer to it with `clip-path: url(#…)` or `mask: url(#…)`. */
import type { Shape } from './clipping-boxes';
import { luminance } from './colours';
import { drawingColours, isGeometry } from './drawing';
import { layoutScaleOf } from './css-lengths';
import { call, get, has } from '../dom/node-property';

/** The least light of a mask that leaves something to see. */
const LEAST_LIGHT = 0.05;

/** The id in the value of a property that refers to an element of the page. */
export function referenceIn(value: string): string | undefined {
  return /^url\("?#([^"()]+)"?\)/u.exec(value)?.[1];
}

/** `undefined` if it is not known. A mask is only looked at in its shapes, not in what one of them hides of another. */
export function resourceShape(element: Element, id: string): Shape | undefined {
  const resource = call(get(element, 'ownerDocument'), 'getElementById', id);
  const name = resource && get(resource, 'localName');
  if (!resource || !(name === 'clipPath' || name === 'mask') || has(element, 'getScreenCTM'))
    return undefined;
  const leaving = [...get(resource, 'children')].filter((child) => leavesSome(child, name));
  if (![resource, ...leaving].every(isPlain) || !leaving.every(isGeometry)) return undefined;
  const units = name === 'mask' ? 'maskContentUnits' : 'clipPathUnits';
  const isShare = call(resource, 'getAttribute', units) === 'objectBoundingBox';
  const { left, top, width, height } = call(element, 'getBoundingClientRect');
  const scale = layoutScaleOf(element, width);
  const [across, down] = isShare ? [width, height] : [scale, scale];
  return (x, y) => {
    const point = new DOMPoint((x - left) / across, (y - top) / down);
    return leaving.some((shape) => call(shape, 'isPointInFill', point));
  };
}

function leavesSome(shape: Element, of: 'clipPath' | 'mask'): boolean {
  const style = getComputedStyle(shape);
  if (style.display === 'none' || style.visibility !== 'visible') return false;
  if (of === 'clipPath' || !isGeometry(shape) || style.stroke !== 'none') return true;
  const colours = drawingColours(shape, style, 'fill');
  return colours?.every((colour) => colour.alpha * luminance(colour) < LEAST_LIGHT) !== true;
}

/** Whether nothing changes the area of a shape. */
function isPlain(element: Element): boolean {
  const { transform, clipPath, maskImage, maskType, filter } = getComputedStyle(element);
  return (
    [transform, clipPath, maskImage, filter].every((value) => value === 'none') &&
    maskType !== 'alpha' &&
    !call(element, 'hasAttribute', 'transform')
  );
}

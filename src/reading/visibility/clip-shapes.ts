import { call, get } from '../dom/node-property';

/** Whether a point of the viewport is in the part that `clip-path` leaves of an element. */
export type Shape = (x: number, y: number) => boolean;

const NOTHING: Shape = () => false;

/** `undefined` if everything is left, or if it is not known what is. */
export function shapeOf(element: Element, clipPath: string): Shape | undefined {
  if (clipPath === 'none') return undefined;
  const reference = /^url\("?#([^"()]+)"?\)/u.exec(clipPath)?.[1];
  if (reference !== undefined) return isEmptyResource(element, reference) ? NOTHING : undefined;
  const [, name = '', inside = ''] = /^([a-z]{1,10})\(((?:[^()"]|"[^"]*")*)\)/u.exec(clipPath) ?? [];
  const { left, top, width, height } = call(element, 'getBoundingClientRect');
  const scale = scaleOf(element, width);
  const box = { width: width / scale, height: height / scale };
  const [rule] = /^(?:evenodd|nonzero)/u.exec(inside) ?? [];
  const path = pathOf(name, inside.replace(/^(?:evenodd|nonzero),? ?/u, ''), box);
  const context = path && new OffscreenCanvas(1, 1).getContext('2d');
  if (!path || !context) return undefined;
  const fill = rule === 'evenodd' ? 'evenodd' : 'nonzero';
  return (x, y) => context.isPointInPath(path, (x - left) / scale, (y - top) / scale, fill);
}

/** How much larger an element is drawn than it is laid out. */
function scaleOf(element: Element, width: number): number {
  const own = (element as Partial<HTMLElement>).offsetWidth ?? 0;
  return own > 0 && width > 0 ? width / own : 1;
}

/** Whether an element that clips or masks others has no content: it leaves nothing of them. */
export function isEmptyResource(element: Element, id: string): boolean {
  const resource = call(get(element, 'ownerDocument'), 'getElementById', id);
  return (
    resource !== null &&
    /^(?:clipPath|mask)$/u.test(get(resource, 'localName')) &&
    get(resource, 'childElementCount') === 0
  );
}

interface Size {
  width: number;
  height: number;
}

function pathOf(name: string, inside: string, size: Size): Path2D | undefined {
  if (name === 'path') return new Path2D(/"([^"]*)"/u.exec(inside)?.[1] ?? '');
  const path = new Path2D();
  const points = pointsOf(name, inside, size);
  if (points === undefined || points.some(Number.isNaN)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = points;
  if (name === 'circle' || name === 'ellipse')
    path.ellipse(a, b, Math.max(0, c), Math.max(0, d), 0, 0, 2 * Math.PI);
  else if (name !== 'polygon') path.rect(a, b, Math.max(0, c - a), Math.max(0, d - b));
  else {
    for (let at = 0; at < points.length; at += 2) path.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
    path.closePath();
  }
  return path;
}

/** The corners of a polygon, the centre and the radii of an ellipse, or the sides of a rectangle. */
function pointsOf(name: string, inside: string, { width, height }: Size): number[] | undefined {
  const words = inside.split(' round ')[0]?.trim().split(/,? /u) ?? [];
  const x = (word: string) => lengthOf(word, width);
  const y = (word: string) => lengthOf(word, height);
  switch (name) {
    case 'polygon':
      return words.map((word, at) => (at % 2 === 0 ? x(word) : y(word)));
    case 'inset': {
      const [top = '0px', right = top, bottom = top, left = right] = words;
      return [x(left), y(top), width - x(right), height - y(bottom)];
    }
    case 'rect': {
      const [top = 'auto', right = top, bottom = top, left = right] = words;
      const orEdge = (word: string, edge: number, of: (word: string) => number) =>
        word === 'auto' ? edge : of(word);
      return [orEdge(left, 0, x), orEdge(top, 0, y), orEdge(right, width, x), orEdge(bottom, height, y)];
    }
    case 'xywh': {
      const [left = '', top = '', wide = '', high = ''] = words;
      return [x(left), y(top), x(left) + x(wide), y(top) + y(high)];
    }
    case 'circle':
    case 'ellipse':
      return ellipseOf(inside, { width, height }, name === 'circle');
    default:
      return undefined;
  }
}

function ellipseOf(inside: string, { width, height }: Size, isCircle: boolean): number[] {
  const [radii = '', place = ''] = inside.split(/(?:^| )at /u);
  const [left = '50%', top = '50%'] = place.split(' ').filter((word) => word !== '');
  const [x, y] = [lengthOf(left, width), lengthOf(top, height)];
  const [closestX, closestY] = [Math.min(x, width - x), Math.min(y, height - y)];
  if (isCircle) {
    const radius = lengthOf(radii.trim() || 'none', Math.hypot(width, height) / Math.SQRT2);
    const used = /^\d/u.test(radii) ? radius : Math.min(closestX, closestY);
    return [x, y, used, used];
  }
  const [rx = '', ry = ''] = radii.split(' ');
  return [
    x,
    y,
    /^\d/u.test(rx) ? lengthOf(rx, width) : closestX,
    /^\d/u.test(ry) ? lengthOf(ry, height) : closestY,
  ];
}

/** In pixels; not a number for a length that has to be calculated. */
function lengthOf(word: string, whole: number): number {
  if (!/^-?[\d.]+(?:e-?\d+)?(?:px|%)?$/u.test(word)) return Number.NaN;
  return word.endsWith('%') ? (whole * Number.parseFloat(word)) / 100 : Number.parseFloat(word);
}

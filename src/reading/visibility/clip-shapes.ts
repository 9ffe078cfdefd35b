import { usedLength, layoutScaleOf } from './css-lengths';
import { call } from '../dom/node-property';
import type { Shape } from './clipping-boxes';
import { referenceIn, resourceShape } from './clip-resource';

/** `undefined` if everything is left, or if it is not known what is. */
export function shapeOf(element: Element, clipPath: string): Shape | undefined {
  if (clipPath === 'none') return undefined;
  const reference = referenceIn(clipPath);
  if (reference !== undefined) return resourceShape(element, reference);
  const sums = clipPath.replace(/calc\(([^()]*)\)/gu, (_, sum: string) => sum.replaceAll(' ', ''));
  const [, name = '', inside = ''] = /^([a-z]{1,10})\(((?:[^()"]|"[^"]*")*)\)/u.exec(sums) ?? [];
  const { left, top, width, height } = call(element, 'getBoundingClientRect');
  const scale = layoutScaleOf(element, width);
  const box = { width: width / scale, height: height / scale };
  const path = pathOf(name, inside.replace(/^(?:evenodd|nonzero),? ?/u, ''), box);
  const context = path && new OffscreenCanvas(1, 1).getContext('2d');
  if (!path || !context) return undefined;
  const fill = inside.startsWith('evenodd') ? 'evenodd' : 'nonzero';
  return (x, y) => context.isPointInPath(path, (x - left) / scale, (y - top) / scale, fill);
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
  const x = (word: string) => usedLength(word, width);
  const y = (word: string) => usedLength(word, height);
  switch (name) {
    case 'polygon':
      return words.map((word, at) => (at % 2 === 0 ? x(word) : y(word)));
    // `rect()` and `xywh()` are computed as insets, too.
    case 'inset': {
      const [top = '0px', right = top, bottom = top, left = right] = words;
      return [x(left), y(top), width - x(right), height - y(bottom)];
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
  const [x, y] = [usedLength(left, width), usedLength(top, height)];
  const [closestX, closestY] = [Math.min(x, width - x), Math.min(y, height - y)];
  if (isCircle) {
    const radius = usedLength(radii.trim() || 'none', Math.hypot(width, height) / Math.SQRT2);
    const used = /^\d/u.test(radii) ? radius : Math.min(closestX, closestY);
    return [x, y, used, used];
  }
  const [rx = '', ry = ''] = radii.split(' ');
  return [
    x,
    y,
    /^\d/u.test(rx) ? usedLength(rx, width) : closestX,
    /^\d/u.test(ry) ? usedLength(ry, height) : closestY,
  ];
}

import { call } from '../dom/node-property';

/**
 * The test for points in an element that is turned or skewed: the browser tells only the box around it, whose centre is that of
 * the element. `undefined` if its sides are level.
 */
export function turnedBox(
  element: Element,
  matrix: DOMMatrix | undefined,
): ((x: number, y: number) => boolean) | undefined {
  if (matrix === undefined) return undefined;
  const { m11, m12, m21, m22 } = matrix;
  const isLevel = Math.abs(m12) + Math.abs(m21) < 0.001 || Math.abs(m11) + Math.abs(m22) < 0.001;
  const { offsetWidth = 0, offsetHeight = 0 } = element as Partial<HTMLElement>;
  const inverse = new DOMMatrix([m11, m12, m21, m22, 0, 0]).inverse();
  if (isLevel || offsetWidth === 0 || Number.isNaN(inverse.a)) return undefined;
  const { left, right, top, bottom } = call(element, 'getBoundingClientRect');
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return (x, y) => {
    const laidOut = inverse.transformPoint({ x: x - middleX, y: y - middleY });
    return Math.abs(laidOut.x) <= offsetWidth / 2 && Math.abs(laidOut.y) <= offsetHeight / 2;
  };
}

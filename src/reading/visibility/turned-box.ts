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
  const area = m11 * m22 - m12 * m21;
  if (isLevel || offsetWidth === 0 || area === 0) return undefined;
  const { left, right, top, bottom } = call(element, 'getBoundingClientRect');
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return (x, y) => {
    const [fromX, fromY] = [x - middleX, y - middleY];
    const across = (m22 * fromX - m21 * fromY) / area;
    const down = (m11 * fromY - m12 * fromX) / area;
    return Math.abs(across) <= offsetWidth / 2 && Math.abs(down) <= offsetHeight / 2;
  };
}

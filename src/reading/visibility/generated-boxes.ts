import type { Box } from './clipping-boxes';
import { layoutScaleOf, px, usedLength } from './css-lengths';
import { grow } from './painted-boxes';
import { transformOf } from './surroundings';
import { call, get } from '../dom/node-property';

/** Where the browser draws a generated box. Scripts can ask for its style, but not for its place. */
export interface GeneratedBox {
  box: Box;
  /** Whether its place is only known roughly: it is as large as `size` and somewhere in `box`. */
  size: { width: number; height: number } | undefined;
}

/**
 * The border box of `::before` or `::after`. With `position: absolute` or `fixed` it is calculated from the used values of its
 * sides; otherwise it depends on the content around it.
 *
 * @param holder the element to whose box absolute positions refer; `undefined` for the page
 */
export function generatedBox(
  element: Element,
  holder: Element | undefined,
  style: CSSStyleDeclaration,
): GeneratedBox | undefined {
  if (style.display === 'none' || style.display === 'contents') return undefined;
  const isBorderBox = style.boxSizing === 'border-box';
  const sum = (...lengths: string[]) => lengths.reduce((all, length) => all + px(length), 0);
  const width =
    px(style.width) +
    (isBorderBox
      ? 0
      : sum(style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth));
  const height =
    px(style.height) +
    (isBorderBox
      ? 0
      : sum(style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth));
  const [left, top] = [Number.parseFloat(style.left), Number.parseFloat(style.top)];
  const isOut = style.position === 'absolute' || style.position === 'fixed';
  if (!isOut || Number.isNaN(left) || Number.isNaN(top)) {
    const around = call(element, 'getBoundingClientRect');
    return { box: grow(around, Math.max(width, height)), size: { width, height } };
  }
  const isFixed = style.position === 'fixed';
  const frame = isFixed ? new DOMMatrix() : frameOf(element, holder);
  const [x, y] = [left + px(style.marginLeft), top + px(style.marginTop)];
  return { box: transformed(frame.translate(x, y), { width, height }, style), size: undefined };
}

/** From the padding box to which absolute positions refer, as it is laid out, to the viewport. */
function frameOf(element: Element, holder: Element | undefined): DOMMatrix {
  if (holder === undefined) {
    const { scrollX = 0, scrollY = 0 } = get(get(element, 'ownerDocument'), 'defaultView') ?? {};
    return new DOMMatrix().translate(-scrollX, -scrollY);
  }
  const { left, top, width } = call(holder, 'getBoundingClientRect');
  return new DOMMatrix()
    .translate(left, top)
    .scale(layoutScaleOf(holder, width))
    .translate(get(holder, 'clientLeft'), get(holder, 'clientTop'));
}

/** The box around a box of this size at the origin after its transform. */
function transformed(
  frame: DOMMatrix,
  { width, height }: { width: number; height: number },
  style: CSSStyleDeclaration,
): Box {
  const [originX = 0, originY = 0] = style.transformOrigin.split(' ').map(px);
  const [moveX = '', moveY = ''] = style.translate.split(' ');
  const matrix = frame
    .translate(originX + (usedLength(moveX, width) || 0), originY + (usedLength(moveY, height) || 0))
    .multiply(transformOf(style))
    .translate(-originX, -originY);
  const corner = (x: number, y: number) => matrix.transformPoint({ x, y });
  return new DOMQuad(corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)).getBounds();
}

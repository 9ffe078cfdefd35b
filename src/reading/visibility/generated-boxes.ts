import type { Box } from './clipping-boxes';
import { px, layoutScaleOf } from './css-lengths';
import { grow, move } from './painted-boxes';
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
  const { box: page, scale } = frameOf(element, isFixed ? undefined : holder);
  const [x, y] = [left + px(style.marginLeft), top + px(style.marginTop)];
  const own = transformed({ left: x, top: y, right: x + width, bottom: y + height }, style);
  const scaled = {
    left: own.left * scale,
    top: own.top * scale,
    right: own.right * scale,
    bottom: own.bottom * scale,
  };
  return {
    box: isFixed ? scaled : move(scaled, page.left, page.top),
    size: undefined,
  };
}

/** The padding box to which absolute positions refer, and how much larger it is drawn than laid out. */
function frameOf(
  element: Element,
  holder: Element | undefined,
): { box: { left: number; top: number }; scale: number } {
  if (holder === undefined) {
    const view = get(get(element, 'ownerDocument'), 'defaultView');
    return { box: { left: -(view?.scrollX ?? 0), top: -(view?.scrollY ?? 0) }, scale: 1 };
  }
  const { left, top, width } = call(holder, 'getBoundingClientRect');
  const scale = layoutScaleOf(holder, width);
  return {
    box: {
      left: left + get(holder, 'clientLeft') * scale,
      top: top + get(holder, 'clientTop') * scale,
    },
    scale,
  };
}

/** The box around a box after its transform. */
function transformed({ left, top, right, bottom }: Box, style: CSSStyleDeclaration): Box {
  const [width, height] = [right - left, bottom - top];
  const [originX = 0, originY = 0] = style.transformOrigin.split(' ').map(px);
  const [moveX = '', moveY = ''] = style.translate.split(' ');
  const of = (length: string, whole: number) =>
    length.endsWith('%') ? (whole / 100) * px(length) : px(length);
  const matrix = new DOMMatrix()
    .translate(left + originX + of(moveX, width), top + originY + of(moveY, height))
    .multiply(transformOf(style))
    .translate(-originX, -originY);
  const corner = (x: number, y: number) => matrix.transformPoint({ x, y });
  return new DOMQuad(corner(0, 0), corner(width, 0), corner(width, height), corner(0, height)).getBounds();
}

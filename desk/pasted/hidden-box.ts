/** What the styles that are written on an element do to its box. What they leave open counts as seen. */

import { FAR, pixelsOf } from './lengths';
import { isMaskedAway } from './mask';

/** In pixels. Measured from its other end: a page may be as wide as a screen, and as high as an article. */
const VERY_FAR = 5_000;
/** In pixels. No hanging indent is longer. */
const LONGEST_HANG = 200;
/** In pixels. Letters that are closer by this much lie over one another. */
const LEAST_LETTER = 12;

/** Whether nothing is left of the box: it is moved off the page, reduced to a pixel, clipped or masked away, or not drawn. */
export function isBoxHidden(style: CSSStyleDeclaration, isForNobody: boolean): boolean {
  return (
    isOffPage(style) ||
    isOffScreen(style) ||
    isReduced(style, isForNobody) ||
    isEmptyRectangle(style.getPropertyValue('clip')) ||
    isEmptyShape(style.clipPath) ||
    style.contentVisibility === 'hidden' ||
    isContained(style) ||
    isReplaced(style) ||
    /-\d{4}/u.test(style.getPropertyValue('offset-path')) ||
    /^(?:disc|circle|square)$/u.test(style.getPropertyValue('-webkit-text-security')) ||
    pixelsOf(style.letterSpacing) <= -LEAST_LETTER ||
    isMaskedAway(style)
  );
}

function isOffPage({
  left,
  top,
  right,
  bottom,
  textIndent,
  marginLeft,
  marginTop,
  paddingLeft,
  insetInlineStart,
  marginInlineStart,
  paddingInlineStart,
}: CSSStyleDeclaration): boolean {
  return (
    [left, top, insetInlineStart].some((length) => pixelsOf(length) <= -FAR) ||
    [right, bottom].some((length) => Math.abs(pixelsOf(length)) >= VERY_FAR) ||
    pixelsOf(marginTop) <= -VERY_FAR ||
    indentOf(textIndent) <= -FAR ||
    sumOf(left, marginLeft, paddingLeft) <= -FAR ||
    sumOf(insetInlineStart, marginInlineStart, paddingInlineStart) <= -FAR
  );
}

/** Whether a box is outside of the screen where no scrolling reaches it: it stays where it is on the screen, or is before its beginning. */
function isOffScreen(style: CSSStyleDeclaration): boolean {
  const { position, right, insetInlineEnd } = style;
  if (position === 'absolute') return [right, insetInlineEnd].some(isOfWholeScreen);
  return position === 'fixed' && INSETS.some((name) => isPastScreen(style.getPropertyValue(name)));
}

function isOfWholeScreen(length: string): boolean {
  return /v(?:w|i|max)\)?$/u.test(length) && isPastScreen(length);
}

const INSETS = [
  ...['top', 'right', 'bottom', 'left'],
  ...['inset-block-start', 'inset-block-end', 'inset-inline-start', 'inset-inline-end'],
];

function isPastScreen(length: string): boolean {
  const isShare = /[\d.](?:%|[dls]?v[a-z]{1,3})\)?$/iu.test(length);
  return isShare ? Number.parseFloat(length.replace('calc(', '')) >= 100 : pixelsOf(length) >= VERY_FAR;
}

/** Whether a box is as high as if it were empty, and what is in it is cut off there. */
function isContained({ contain, display, height, minHeight, blockSize }: CSSStyleDeclaration): boolean {
  const isSized = [height, minHeight, blockSize].some((length) => length !== '' && length !== 'auto');
  return /strict|(?<!inline-)size/u.test(contain) && !isSized && /block|grid|flex|table/u.test(display);
}

function sumOf(...lengths: string[]): number {
  return lengths.reduce((sum, length) => sum + (pixelsOf(length) || 0), 0);
}

/** Whether a picture is drawn in place of what is in the box, or nothing, because it stands for a column of a table. */
function isReplaced({ content, display }: CSSStyleDeclaration): boolean {
  return (
    display.startsWith('table-column') ||
    /^(?:url|element|[\w-]*(?:image|image-set|gradient|cross-fade))\(/u.test(content)
  );
}

/** In pixels; `NaN` if none is stated, or none for the first line. */
function indentOf(textIndent: string): number {
  return pixelsOf(textIndent.replace(/ ?each-line ?/u, ''));
}

/** Whether the box has no width or no height and what is in it is cut off there, or is pushed out of it. */
function isReduced(style: CSSStyleDeclaration, isForNobody: boolean): boolean {
  const { overflowX, overflowY, paddingTop, paddingBottom } = style;
  const cuts = [overflowX, overflowY].some((overflow) => overflow !== '' && overflow !== 'visible');
  if (!cuts && !isForNobody) return false;
  const isPadded = [paddingTop, paddingBottom].some((length) => pixelsOf(length) > 0);
  return (
    [style.width, style.maxWidth, style.inlineSize, style.maxInlineSize].some(
      (length) => pixelsOf(length) <= 1,
    ) ||
    (!isPadded &&
      [style.height, style.maxHeight, style.blockSize, style.maxBlockSize].some(
        (length) => pixelsOf(length) <= 1,
      )) ||
    (!isPadded && /^0(?:px|%|em)?$/u.test(style.lineHeight)) ||
    indentOf(style.textIndent) >= FAR ||
    indentOf(style.textIndent) <= -LONGEST_HANG
  );
}

/** What the transforms of an element do to it; `undefined` if it has none, or if they cannot be told without the page. */
export function matrixOf({
  translate,
  rotate,
  scale,
  transform,
}: CSSStyleDeclaration): DOMMatrix | undefined {
  const parts = [
    functionOf('translate', translate),
    rotationOf(rotate),
    functionOf('scale', scale),
    transform === 'none' ? '' : transform,
  ].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const inPixels = parts
    .join(' ')
    .replace(/(?<![\d.-])-?[\d.]+%/gu, '0px') // a share of the size of the box
    .replace(/(?<![\d.-])-?[\d.]+(?:r?em|ex|ch|v[wh])\b/gu, (length) => `${pixelsOf(length)}px`);
  try {
    return new DOMMatrix(inPixels);
  } catch {
    return undefined; // not valid, or with other units
  }
}

/** The function of `transform` that is the same as a property; empty for none. */
function functionOf(name: string, value: string): string {
  if (value === '' || value === 'none') return '';
  const values = value.split(' ');
  return `${name}${values.length === 3 ? '3d' : ''}(${values.join(', ')})`;
}

function rotationOf(value: string): string {
  const [, axis, angle] = /^([xyz]) (\S+)$/u.exec(value) ?? [];
  if (axis !== undefined && angle !== undefined) return `rotate${axis.toUpperCase()}(${angle})`;
  const isAroundVector = value.split(' ').length === 4;
  return isAroundVector ? `rotate3d(${value.split(' ').join(', ')})` : functionOf('rotate', value);
}

/** Whether a box is moved off the page, by a distance that does not depend on its size. */
export function isMovedAway({ e, f }: DOMMatrix): boolean {
  return Math.min(e, f) <= -FAR;
}

/**
 * How much larger letters are drawn than they are laid out, in the direction in which they are smaller, also if they are slanted, or far from the eye;
 * behind it nothing is drawn.
 */
export function scaleOf({ a, b, c, d, m44 }: DOMMatrix): number {
  if (m44 <= 0) return 0;
  const larger = Math.max(Math.hypot(a, b), Math.hypot(c, d));
  return larger === 0 ? 0 : Math.abs(a * d - b * c) / larger / m44;
}

/** `rect(0px, 0px, 0px, 0px)`: top, right, bottom, left. */
function isEmptyRectangle(clip: string): boolean {
  if (!clip.startsWith('rect(')) return false;
  const [top, right, bottom, left] = valuesOf(clip).map(pixelsOf);
  return Number(bottom) - Number(top) <= 1 || Number(right) - Number(left) <= 1;
}

function isEmptyShape(clipPath: string): boolean {
  if (clipPath.startsWith('inset(')) {
    const [top = 0, right = top, bottom = top, left = right] = valuesOf(clipPath).map(pixelsOf);
    return top + bottom >= FAR || left + right >= FAR;
  }
  if (clipPath.startsWith('path(')) return (clipPath.match(/-?[\d.]+/gu) ?? []).length < 6;
  if (clipPath.startsWith('polygon(')) return new Set(clipPath.slice(8, -1).split(/,\s*/u)).size < 3;
  return (
    isEmptyRectangle(clipPath) ||
    /^(?:circle|ellipse)\(0(?:px|%)?[ )]/u.test(clipPath) ||
    /^xywh\(\S+ \S+ (?:0|\S+ 0)(?:px|%)?[ )]/u.test(clipPath)
  );
}

/** The lengths in the brackets of a shape, before `round`. */
function valuesOf(shape: string): string[] {
  const [lengths = ''] = shape.slice(shape.indexOf('(') + 1, -1).split('round');
  return lengths.trim().split(/[\s,]+/u);
}

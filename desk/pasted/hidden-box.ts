/** What the styles that are written on an element do to its box. What they leave open counts as seen. */

/** In pixels. Nothing that is seen is moved this far beyond the start of the page. */
const FAR = 900;
/** In pixels. Measured from its other end: a page may be as wide as a screen, and as high as an article. */
const VERY_FAR = 5_000;
/** In pixels. Letters that are closer by this much lie over one another. */
const LEAST_LETTER = 12;
const LEAST_SCALE = 0.05;
export const LEAST_OPACITY = 0.05;

const PIXELS: Readonly<Record<string, number>> = {
  ...{ px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78 },
  ...{ em: 16, rem: 16, ex: 8, ch: 8, vw: 10, vh: 10 },
  '%': FAR / 100,
};

/** Whether nothing is left of the box: it is moved off the page, reduced to a pixel, clipped away, or not drawn. */
export function isBoxHidden(style: CSSStyleDeclaration, isForNobody: boolean): boolean {
  return (
    isOffPage(style) ||
    isReduced(style, isForNobody) ||
    isTransformedAway(style) ||
    isEmptyRectangle(style.getPropertyValue('clip')) ||
    isEmptyShape(style.clipPath) ||
    style.contentVisibility === 'hidden' ||
    pixelsOf(style.letterSpacing) <= -LEAST_LETTER ||
    isFilteredAway(style.filter)
  );
}

/** About how many pixels a length is; `NaN` if none is stated. */
function pixelsOf(length: string): number {
  const [, number, unit = 'px'] = /^(-?[\d.]+)([a-z]+|%)?$/u.exec(length) ?? [];
  return Number(number) * (PIXELS[unit] ?? Number.NaN);
}

function isOffPage({
  left,
  top,
  right,
  bottom,
  textIndent,
  marginLeft,
  paddingLeft,
  insetInlineStart,
  marginInlineStart,
}: CSSStyleDeclaration): boolean {
  return (
    [left, top, textIndent, insetInlineStart, marginInlineStart].some((length) => pixelsOf(length) <= -FAR) ||
    [right, bottom].some((length) => pixelsOf(length) >= VERY_FAR) ||
    (left + paddingLeft === '' && pixelsOf(marginLeft) <= -FAR)
  );
}

/** Whether the box has no width or no height and what is in it is cut off there, or is pushed out of it. */
function isReduced(style: CSSStyleDeclaration, isForNobody: boolean): boolean {
  const { overflowX, overflowY, paddingTop, paddingBottom } = style;
  const cuts = [overflowX, overflowY].some((overflow) => overflow !== '' && overflow !== 'visible');
  if (!cuts && !isForNobody) return false;
  const isPadded = [paddingTop, paddingBottom].some((length) => pixelsOf(length) > 0);
  return (
    [style.width, style.maxWidth, style.inlineSize].some((length) => pixelsOf(length) <= 1) ||
    (!isPadded && [style.height, style.maxHeight, style.blockSize].some((length) => pixelsOf(length) <= 1)) ||
    pixelsOf(style.textIndent) >= FAR
  );
}

/** Whether the box is turned or scaled to nothing, or moved off the page by a distance that does not depend on its size. */
function isTransformedAway({ transform, translate, scale }: CSSStyleDeclaration): boolean {
  const [moved = '', scaled = ''] = [translate, scale].map((values) => values.replaceAll(' ', ', '));
  const matrix = matrixOf(`${moved && `translate(${moved})`} ${scaled && `scale(${scaled})`} ${transform}`);
  if (matrix === undefined) return false;
  const { a, b, c, d, e, f } = matrix;
  return Math.min(e, f) <= -FAR || Math.min(Math.hypot(a, b), Math.hypot(c, d)) < LEAST_SCALE;
}

/** `undefined` for transforms that cannot be told without the page. */
function matrixOf(transform: string): DOMMatrix | undefined {
  if (transform.trim() === '') return undefined;
  const inPixels = transform
    .replace(/(?<![\d.-])-?[\d.]+%/gu, '0px') // a share of the size of the box
    .replace(/(?<![\d.-])-?[\d.]+(?:r?em|ex|ch|v[wh])\b/gu, (length) => `${pixelsOf(length)}px`);
  try {
    return new DOMMatrix(inPixels);
  } catch {
    return undefined; // not valid, or with other units
  }
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

function isFilteredAway(filter: string): boolean {
  const [, amount, percent] = /opacity\(([\d.]+)(%?)\)/u.exec(filter) ?? [];
  return Number(amount) / (percent === '%' ? 100 : 1) < LEAST_OPACITY;
}

/** What the browser paints for a box: shadows, background, border and outline. */
import type { Area, Box, Point } from './clipping-boxes';
import { parseColour } from './colours';
import { gradientColours, readBackground, type Colours } from './image-colours';
import { px } from './css-lengths';
import { readShadows, type Shadow } from './shadows';

export interface PaintedArea {
  areas: readonly Area[];
  colours: Colours;
  /** The colours at a point, if they differ from place to place; absent if they are not known more exactly. */
  coloursAt?: ((point: Point) => Colours) | undefined;
  /** A filter of what is behind it. */
  backdropFilter?: string;
  /** Whether a place in the area may be without it, as at the edge of a blurred shadow. */
  mayMiss: boolean;
  /** Whether it is painted over the text of its own element. */
  isOnTop?: boolean;
}

/** A border that is thinner cannot be behind or over words, in pixels. */
const LEAST_WIDTH = 4;

export function intersects(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Whether a box has anything of its own that is painted; quick to answer. */
export function mayPaint(style: CSSStyleDeclaration): boolean {
  const { backgroundColor, backgroundImage, boxShadow, borderTopWidth, outlineStyle } = style;
  return (
    backgroundColor !== 'rgba(0, 0, 0, 0)' ||
    backgroundImage !== 'none' ||
    boxShadow !== 'none' ||
    outlineStyle !== 'none' ||
    style.backdropFilter !== 'none' ||
    fillsWithBorder(style) ||
    [borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth].some(
      (width) => px(width) >= LEAST_WIDTH,
    )
  );
}

/**
 * @param boxes the border boxes: an inline element has one in each line
 * @param isLevel whether they are drawn as they are laid out: neither turned nor scaled
 */
export function paintBox(style: CSSStyleDeclaration, boxes: readonly Box[], isLevel: boolean): PaintedArea[] {
  const shadows = readShadows(style.boxShadow);
  const paint = (isInset: boolean) =>
    paintShadows(
      shadows.filter((shadow) => shadow.isInset === isInset),
      boxes,
    );
  return [
    ...paint(false),
    ...paintBackground(style, boxes, isLevel),
    ...paint(true),
    ...paintEdges(style, boxes),
  ];
}

function paintBackground(style: CSSStyleDeclaration, boxes: readonly Box[], isLevel: boolean): PaintedArea[] {
  if (style.backgroundClip.includes('text')) return [];
  const background = readBackground(style);
  const colours = background();
  const { backdropFilter } = style;
  const isFrosted = backdropFilter !== 'none';
  if (!isFrosted && colours?.every(({ alpha }) => alpha === 0) === true) return [];
  const radius = radiusOf(style, boxes);
  const inset = style.backgroundClip.startsWith('content-box') ? paddingOf(style) : 0;
  const border = style.backgroundClip.startsWith('border-box') ? 0 : px(style.borderTopWidth);
  const areas = boxes.map((box) => ({ ...grow(box, -inset - border), radius }));
  // Behind what is translucent, a filter may mix colours with those beside them.
  const seen = (all: Colours) =>
    isFrosted && all?.some(({ alpha }) => alpha > 0 && alpha < 0.99) ? undefined : all;
  const [box, another] = boxes;
  const isPlaced = isLevel && box !== undefined && another === undefined && style.backgroundImage !== 'none';
  const coloursAt = isPlaced ? (point: Point) => seen(background({ box, point })) : undefined;
  return [{ areas, colours: seen(colours), coloursAt, backdropFilter, mayMiss: false }];
}

function paddingOf(style: CSSStyleDeclaration): number {
  return Math.max(...[style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(px));
}

function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, [box]: readonly Box[]): number {
  if (radius === '0px' || box === undefined) return 0;
  const share = radius.includes('%') ? (box.right - box.left) / 100 : 1;
  return Number.parseFloat(radius) * share;
}

/** The first shadow is on top. */
function paintShadows(shadows: readonly Shadow[], boxes: readonly Box[]): PaintedArea[] {
  return shadows.toReversed().flatMap(({ x, y, blur, spread, colour, isInset }): PaintedArea[] => {
    if (colour?.alpha === 0) return [];
    const areas = boxes.map((box): Area => {
      const moved = grow(move(box, x, y), isInset ? -spread : spread);
      if (!isInset) return { ...moved, hole: box };
      return { ...box, ...(moved.left < moved.right && moved.top < moved.bottom && { hole: moved }) };
    });
    return [{ areas, colours: colour && [colour], mayMiss: blur > 0 }];
  });
}

/** Whether a picture of a border fills the box, too. */
function fillsWithBorder({ borderImageSource, borderImageSlice }: CSSStyleDeclaration): boolean {
  return borderImageSource !== 'none' && borderImageSlice.includes('fill');
}

/** A picture of a border that fills the box; its outset is how far it goes beyond. */
function paintFilling(style: CSSStyleDeclaration, boxes: readonly Box[]): PaintedArea[] {
  if (!fillsWithBorder(style)) return [];
  const outsets = style.borderImageOutset.split(' ').map(px);
  const [top = 0, right = top, bottom = top, left = right] = outsets;
  const areas = boxes.map((box) => ({
    left: box.left - left,
    top: box.top - top,
    right: box.right + right,
    bottom: box.bottom + bottom,
  }));
  return [{ areas, colours: gradientColours(style.borderImageSource), mayMiss: false }];
}

/** The four sides of the border, and those of the outline. */
function paintEdges(style: CSSStyleDeclaration, boxes: readonly Box[]): PaintedArea[] {
  const [top, right, bottom, left] = [
    px(style.borderTopWidth),
    px(style.borderRightWidth),
    px(style.borderBottomWidth),
    px(style.borderLeftWidth),
  ];
  const isPicture = style.borderImageSource !== 'none';
  const ofPicture = isPicture ? sideColours(style, boxes) : undefined;
  const side = (width: number, colour: string, areaIn: (box: Box) => Area): PaintedArea[] =>
    width < LEAST_WIDTH ? [] : paintSide(boxes.map(areaIn), isPicture ? ofPicture : coloursOf(colour));
  return [
    ...paintFilling(style, boxes),
    ...side(top, style.borderTopColor, (box) => ({ ...box, bottom: box.top + top })),
    ...side(right, style.borderRightColor, (box) => ({ ...box, left: box.right - right })),
    ...side(bottom, style.borderBottomColor, (box) => ({ ...box, top: box.bottom - bottom })),
    ...side(left, style.borderLeftColor, (box) => ({ ...box, right: box.left + left })),
    ...paintOutline(style, boxes),
  ];
}

function paintOutline(style: CSSStyleDeclaration, boxes: readonly Box[]): PaintedArea[] {
  const width = style.outlineStyle === 'none' ? 0 : px(style.outlineWidth);
  if (width < LEAST_WIDTH) return [];
  const offset = px(style.outlineOffset);
  const areas = boxes.map((box) => ({ ...grow(box, offset + width), hole: grow(box, offset) }));
  return paintSide(areas, coloursOf(style.outlineColor)).map((area) => ({ ...area, isOnTop: true }));
}

/** The colours of a picture of a border, where it is a gradient that fills each side completely; otherwise they are not known. */
function sideColours(style: CSSStyleDeclaration, boxes: readonly Box[]): Colours {
  const { borderImageWidth, borderImageOutset, borderImageRepeat } = style;
  if (borderImageWidth !== '1' || borderImageOutset !== '0' || borderImageRepeat.includes('space'))
    return undefined;
  const least = Math.min(
    ...boxes.map(({ left, top, right, bottom }) => Math.min(right - left, bottom - top)),
  );
  const slices = style.borderImageSlice.split(' ').filter((part) => part !== 'fill');
  const shares = slices.map((slice) => Number.parseFloat(slice) / (slice.endsWith('%') ? 100 : least));
  // Slices of nothing paint nothing, and those of all but the corners only these.
  return shares.every((share) => share > 0 && share < 0.5)
    ? gradientColours(style.borderImageSource)
    : undefined;
}

function coloursOf(colour: string): Colours {
  const parsed = parseColour(colour);
  return parsed && [parsed];
}

function paintSide(areas: readonly Area[], colours: Colours): PaintedArea[] {
  const isClear = colours?.every(({ alpha }) => alpha === 0) === true;
  return isClear ? [] : [{ areas, colours, mayMiss: false }];
}

export function grow({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** The box around some boxes, of which there is at least one, and may be more than a call can have arguments. */
export function boundsOf(boxes: readonly Box[]): Box {
  return boxes.reduce((all, { left, top, right, bottom }) => ({
    left: Math.min(all.left, left),
    top: Math.min(all.top, top),
    right: Math.max(all.right, right),
    bottom: Math.max(all.bottom, bottom),
  }));
}

export function move({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

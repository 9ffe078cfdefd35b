import { hasPoint, intersect, pointsOf, type Area, type Box, type Point } from './clipping-boxes';
import { layerOfOutline, type Layer } from './paint-order';
import { average, fade, filterColour, type Colour } from './colours';
import type { Colours } from './image-colours';
import { boundsOf, grow, intersects, type PaintedArea } from './painted-boxes';
import { isOpaque } from './replaced-content';
import type { BlendGroup, Mover, Surroundings } from './surroundings';

/** Something that is painted on a page, and where in the order of painting. */
export interface Paint {
  layer: Layer;
  /** Where it may be while the page scrolls. */
  box: Box;
  colours: Colours;
  /** The colours at a point, if they differ from place to place. */
  coloursAt: ((point: Point) => Colours) | undefined;
  mayMiss: boolean;
  /** What it makes of a colour behind it, besides painting over it. */
  filterBehind: (colour: Colour) => Colour;
  has: (x: number, y: number) => boolean;
  /** The size in which it is somewhere in its box. */
  size: { width: number; height: number } | undefined;
  mover: Mover | undefined;
  group: BlendGroup | undefined;
  touches: (box: Box) => boolean;
  isOpaquePicture: () => boolean;
}

/** What is painted for an element itself. */
export function paintOf(
  { areas, colours, coloursAt, backdropFilter, mayMiss, isOnTop }: PaintedArea,
  { clips, opacity, filters, mover, group, stacking, ...around }: Surroundings,
  { size, picture }: { size?: Paint['size']; picture?: Element } = {},
): Paint | undefined {
  const { own } = clips;
  const seen = areas
    .map((area) => intersect(area, own))
    .filter((area) => area.left < area.right && area.top < area.bottom);
  if (seen.length === 0 || opacity < 0.01) return undefined;
  const box = boundsOf(seen);
  let isOpaquePicture: boolean | undefined;
  const drawn = (all: Colours) => all?.map((colour) => fade(filters.reduce(filterColour, colour), opacity));
  return {
    layer: isOnTop ? layerOfOutline(stacking, around.index) : stacking.own,
    box: mover?.isBar === true ? { ...box, top: -Infinity, bottom: Infinity } : box,
    colours: drawn(colours),
    coloursAt: coloursAt && ((point) => drawn(coloursAt(point))),
    mayMiss: mayMiss || around.mayMiss,
    filterBehind: (colour) =>
      backdropFilter ? average(filterColour(colour, backdropFilter), colour, opacity, 1 - opacity) : colour,
    has: (x, y) =>
      seen.some((area) => hasPoint(area, x, y)) && own.shapes.every((isInside) => isInside(x, y)),
    size,
    mover,
    group,
    touches: (other) =>
      mover?.isBar === true || seen.some((area) => intersects(area, other) && !isInHole(area, other)),
    isOpaquePicture: () => (isOpaquePicture ??= picture !== undefined && opacity > 0.95 && isOpaque(picture)),
  };
}

/** A pixel more is rounding. */
function isInHole({ hole }: Area, box: Box): boolean {
  return hole !== undefined && cornersOf(box).every(({ x, y }) => hasPoint(hole, x, y));
}

/** How something that is painted is related to a point: it is there, it is not, or it may be there. */
export type Presence = 'there' | 'perhaps' | 'absent';

/**
 * Whether something is painted at a point of a text. While the page scrolls, they may move against each other: what is in
 * another box that scrolls, or in a bar that stays.
 */
export function presenceOf(
  paint: Paint,
  { x, y }: Point,
  { box, around }: { box: Box; around: Pick<Surroundings, 'mover'> },
): Presence {
  let inner: Mover | undefined;
  let at = around.mover;
  while (at !== undefined && at !== paint.mover) [inner, at] = [at, at.outer];
  if (at !== paint.mover) return hasPoint(paint.box, x, y) ? 'perhaps' : 'absent';
  if (inner !== undefined) {
    if (!intersects(paint.box, inner.box)) return 'absent';
    return cornersOf(inner.box).every((corner) => paint.has(corner.x, corner.y)) ? 'there' : 'perhaps';
  }
  if (!paint.has(x, y)) return 'absent';
  if (paint.size !== undefined) return isLarge(paint.size, box) ? 'perhaps' : 'absent';
  return paint.mayMiss ? 'perhaps' : 'there';
}

/** A pixel inside. */
function cornersOf(box: Box): Point[] {
  return pointsOf(grow(box, -1), [0, 1], [0, 1]);
}

/** Whether a box of this size can be behind a third of a word. */
function isLarge({ width, height }: { width: number; height: number }, word: Box): boolean {
  return 3 * width > word.right - word.left && 3 * height > word.bottom - word.top;
}

/** The colours at a point: those of the place if both stand still, otherwise all that there are. */
export function coloursAt(
  paint: Paint,
  point: Point,
  { around }: { around: Pick<Surroundings, 'mover'> },
): Colours {
  return paint.mover === around.mover && paint.coloursAt ? paint.coloursAt(point) : paint.colours;
}

/** Whether it hides everything below it, if it has these colours. What is blended with a text changes it. */
export function isCover({ isOpaquePicture }: Paint, colours: Colours, isBlended: boolean): boolean {
  return isOpaquePicture() || (!isBlended && (colours?.every(({ alpha }) => alpha > 0.95) ?? false));
}

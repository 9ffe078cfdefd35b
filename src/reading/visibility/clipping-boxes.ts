/** Where the text of an element can be seen or scrolled to, in coordinates of the viewport. */
import { call, get } from '../dom/node-property';
import { holdsFixed } from './paint-order';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A point of the viewport, or of a box. */
export interface Point {
  x: number;
  y: number;
}

/** A box that has a hole or round corners. */
export interface Area extends Box {
  /** Left out of it. */
  hole?: Box;
  /** The radius of its corners. */
  radius?: number;
}

/** Whether a point of the viewport is in the part that a clip or a mask leaves of an element. */
export type Shape = (x: number, y: number) => boolean;

/** A box, and the shapes that clip what is in it further. */
export interface ClipRegion extends Box {
  shapes: readonly Shape[];
}

/** Where an element itself can be seen, and its in-flow content, its positioned content, and its fixed content. */
export interface Clips {
  own: ClipRegion;
  inFlow: ClipRegion;
  positioned: ClipRegion;
  fixed: ClipRegion;
}

/** A page scrolls to the right and down, or to the left if its direction or writing mode is so. */
export function pageClips(document: Document): Clips {
  const [view, root] = [get(document, 'defaultView'), get(document, 'documentElement')];
  const { scrollX = 0, scrollY = 0, innerWidth = 0, innerHeight = 0 } = view ?? {};
  const { direction, writingMode } = getComputedStyle(root);
  const { direction: ofBody } = getComputedStyle(call(document, 'querySelector', 'body') ?? root);
  const isLeftward = direction === 'rtl' || ofBody === 'rtl' || writingMode === 'vertical-rl';
  const leftward = isLeftward ? Math.max(0, get(root, 'scrollWidth') - get(root, 'clientWidth')) : 0;
  const isCut = !isLeftward && cutsAtRight(document);
  const page = {
    left: -Math.max(0, scrollX) - leftward,
    top: -scrollY,
    right: isCut ? Math.max(innerWidth, get(root, 'clientWidth')) : Infinity,
    bottom: Infinity,
    shapes: [],
  };
  return {
    own: page,
    inFlow: page,
    positioned: page,
    fixed: { left: 0, top: 0, right: innerWidth, bottom: innerHeight, shapes: [] },
  };
}

/** Whether nobody can scroll to the right: a page that hides what is there. The overflow of the body is that of the page. */
function cutsAtRight(document: Document): boolean {
  const root = get(document, 'documentElement');
  const { overflowX } = getComputedStyle(root);
  const body = call(document, 'querySelector', 'body');
  const used = overflowX === 'visible' && body !== null ? getComputedStyle(body).overflowX : overflowX;
  return used === 'hidden' || used === 'clip';
}

/** The boxes within an element. `shapes` are what its `clip-path` and its mask leave. */
export function clipsOf(
  outer: Clips,
  element: Element,
  style: CSSStyleDeclaration,
  shapes: readonly Shape[],
): Clips {
  const box = boxOfClip(element, style);
  const within = (clip: ClipRegion): ClipRegion => {
    const clipped = box === undefined ? clip : intersect(clip, box);
    return shapes.length === 0 ? clipped : { ...clipped, shapes: [...clip.shapes, ...shapes] };
  };
  const own = within(clipFor(outer, style));
  const inFlow = isRoot(element) || !clipsOverflow(element, style) ? own : scrolledClip(own, element, style);
  const isHolder = holdsFixed(style) || style.filter !== 'none';
  return {
    own,
    inFlow,
    positioned: isHolder || style.position !== 'static' ? inFlow : within(outer.positioned),
    fixed: isHolder ? inFlow : within(outer.fixed),
  };
}

/** The clip of what has a position in its parent's surroundings. */
export function clipFor({ fixed, positioned, inFlow }: Clips, { position }: CSSStyleDeclaration): ClipRegion {
  return position === 'fixed' ? fixed : position === 'absolute' ? positioned : inFlow;
}

/** Elements whose overflow is that of the page. */
export function isRoot(element: Element): boolean {
  const localName = get(element, 'localName');
  return localName === 'html' || localName === 'body';
}

function clipsOverflow(
  element: Element,
  { overflowX, overflowY, display, contain }: CSSStyleDeclaration,
): boolean {
  if (display === 'inline' && get(element, 'localName') !== 'svg') return false;
  return overflowX !== 'visible' || overflowY !== 'visible' || containsPaint(contain);
}

function containsPaint(contain: string): boolean {
  return /paint|strict|content/u.test(contain);
}

/** Along a scrollable axis, everything that scrolling can reach, if any part of the element is visible. */
function scrolledClip(around: ClipRegion, element: Element, style: CSSStyleDeclaration): ClipRegion {
  const { left, top, right, bottom } = call(element, 'getBoundingClientRect');
  const isOpen = (overflow: string) => overflow === 'visible' && !containsPaint(style.contain);
  const seen = intersect(around, {
    left: isOpen(style.overflowX) ? -Infinity : left,
    right: isOpen(style.overflowX) ? Infinity : right,
    top: isOpen(style.overflowY) ? -Infinity : top,
    bottom: isOpen(style.overflowY) ? Infinity : bottom,
  });
  if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) return NOWHERE;
  const range = scrollRange(element, style);
  if (!canScroll(range)) return seen;
  if (!pointsOf(seen, SHARES, SHARES).some((point) => isInClip(seen, point))) return NOWHERE;
  const zoom = get(element, 'currentCSSZoom');
  const isLeftward = style.direction === 'rtl' || style.writingMode === 'vertical-rl';
  const isReversed = /flex.*reverse/u.test(style.display + style.flexFlow);
  const width = get(element, isLeftward && !isReversed ? 'clientWidth' : 'scrollWidth');
  const [x, y] = [left - zoom * get(element, 'scrollLeft'), top - zoom * get(element, 'scrollTop')];
  return {
    ...seen,
    ...(range.x > 0 && {
      left: isLeftward || isReversed ? x - zoom * range.x : x,
      right: x + zoom * width,
    }),
    ...(range.y > 0 && {
      top: isReversed ? y - zoom * range.y : y,
      bottom: y + zoom * get(element, 'scrollHeight'),
    }),
    shapes: [], // what scrolls moves past them
  };
}

/** How far an element scrolls along each axis. */
export function scrollRange(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): Point {
  return {
    x: scrolls(overflowX) ? get(element, 'scrollWidth') - get(element, 'clientWidth') : 0,
    y: scrolls(overflowY) ? get(element, 'scrollHeight') - get(element, 'clientHeight') : 0,
  };
}

/** A pixel more is rounding. */
export function canScroll({ x, y }: Point): boolean {
  return x > 1 || y > 1;
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

/** The points of a box that are examined, as shares of its width or height. */
export const SHARES = [0.08, 0.22, 0.36, 0.5, 0.64, 0.78, 0.92];

export function pointsOf({ left, top, right, bottom }: Box, columns: number[], lines: number[]): Point[] {
  return lines.flatMap((y) =>
    columns.map((x) => ({ x: left + x * (right - left), y: top + y * (bottom - top) })),
  );
}

const NOWHERE: ClipRegion = { left: 0, top: 0, right: 0, bottom: 0, shapes: [() => false] };

/** The part of a box that is in another one. */
export function intersect<Of extends Box>(one: Of, other: Box): Of {
  return {
    ...one,
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** How much of a line of text a clip takes away. A little of its edges does not matter: letters do not fill their line. */
export function clippingOf(box: DOMRect, clip: ClipRegion): 'none' | 'some' | 'all' {
  const { left, top, right, bottom } = intersect(clip, box);
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return 'all';
  const isWhole = width >= 0.95 * box.width && height >= 0.7 * box.height;
  return isWhole && clip.shapes.length === 0 ? 'none' : 'some';
}

export function isInClip(clip: ClipRegion, { x, y }: Point): boolean {
  return hasPoint(clip, x, y) && clip.shapes.every((isInside) => isInside(x, y));
}

export function hasPoint(
  { left, top, right, bottom, hole, radius = 0 }: Area,
  x: number,
  y: number,
): boolean {
  if (x < left || x > right || y < top || y > bottom) return false;
  if (hole && x > hole.left && x < hole.right && y > hole.top && y < hole.bottom) return false;
  const round = Math.min(radius, (right - left) / 2, (bottom - top) / 2);
  const [fromSide, fromEnd] = [Math.min(x - left, right - x), Math.min(y - top, bottom - y)];
  return fromSide >= round || fromEnd >= round || Math.hypot(round - fromSide, round - fromEnd) <= round;
}

/** The box left by the property `clip`. */
function boxOfClip(element: Element, style: CSSStyleDeclaration): Box | undefined {
  const clip = style.getPropertyValue('clip');
  if (!/^(?:absolute|fixed)$/u.test(style.position) || !clip.startsWith('rect(')) return undefined;
  const { left: x, top: y, width, height } = call(element, 'getBoundingClientRect');
  const [top = 0, right = width, bottom = height, left = 0] = clip
    .slice(5, -1)
    .split(/,? /u)
    .map((side) => (side === 'auto' ? undefined : Number.parseFloat(side)));
  return { left: x + left, right: x + right, top: y + top, bottom: y + bottom };
}

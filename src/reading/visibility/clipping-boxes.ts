/** Where the text of an element can be seen or scrolled to, in coordinates of the viewport. */
import { call, get } from '../dom/node-property';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The boxes for in-flow content of an element, for positioned content, and for fixed content. */
export interface Clips {
  inFlow: Box;
  positioned: Box;
  fixed: Box;
}

const LEAST_SEEN = 3;

/** Whether enough of a box to be readable is inside another. */
export function isWithin(box: DOMRect, clip: Box): boolean {
  const width = Math.min(box.right, clip.right) - Math.max(box.left, clip.left);
  const height = Math.min(box.bottom, clip.bottom) - Math.max(box.top, clip.top);
  return width >= Math.min(box.width, LEAST_SEEN) && height >= Math.min(box.height, LEAST_SEEN);
}

/** A page scrolls to the right and down, or to the left if its direction or writing mode is so. */
export function pageClips(document: Document): Clips {
  const [view, root] = [get(document, 'defaultView'), get(document, 'documentElement')];
  const { scrollX = 0, scrollY = 0, innerWidth = 0, innerHeight = 0 } = view ?? {};
  const { direction, writingMode } = getComputedStyle(root);
  const { direction: ofBody } = getComputedStyle(call(document, 'querySelector', 'body') ?? root);
  const isLeftward = direction === 'rtl' || ofBody === 'rtl' || writingMode === 'vertical-rl';
  const leftward = isLeftward ? Math.max(0, get(root, 'scrollWidth') - get(root, 'clientWidth')) : 0;
  const page = { left: -Math.max(0, scrollX) - leftward, top: -scrollY, right: Infinity, bottom: Infinity };
  return {
    inFlow: page,
    positioned: page,
    fixed: { left: 0, top: 0, right: innerWidth, bottom: innerHeight },
  };
}

/** The boxes within an element. */
export function clipsOf(outer: Clips, element: Element, style: CSSStyleDeclaration): Clips {
  const around =
    style.position === 'fixed'
      ? outer.fixed
      : style.position === 'absolute'
        ? outer.positioned
        : outer.inFlow;
  const own = ownClip(element, style);
  const clipped = own === undefined ? around : intersect(around, own);
  const inFlow = isRoot(element) || !clipsOverflow(style) ? clipped : scrolledClip(clipped, element, style);
  const isMoved = style.transform !== 'none' || style.filter !== 'none' || style.perspective !== 'none';
  const holdsPositioned = isMoved || style.position !== 'static';
  return {
    inFlow,
    positioned: holdsPositioned
      ? inFlow
      : own === undefined
        ? outer.positioned
        : intersect(outer.positioned, own),
    fixed: isMoved ? inFlow : own === undefined ? outer.fixed : intersect(outer.fixed, own),
  };
}

/** Elements whose overflow is that of the page. */
export function isRoot(element: Element): boolean {
  const localName = get(element, 'localName');
  return localName === 'html' || localName === 'body';
}

function clipsOverflow({ overflowX, overflowY, display }: CSSStyleDeclaration): boolean {
  return !/^(?:inline|contents)$/u.test(display) && (overflowX !== 'visible' || overflowY !== 'visible');
}

/** Along a scrollable axis, everything that scrolling can reach, if any part of the element is visible. */
function scrolledClip(around: Box, element: Element, style: CSSStyleDeclaration): Box {
  const { left, top, right, bottom } = call(element, 'getBoundingClientRect');
  const seen = intersect(around, {
    left: style.overflowX === 'visible' ? -Infinity : left,
    right: style.overflowX === 'visible' ? Infinity : right,
    top: style.overflowY === 'visible' ? -Infinity : top,
    bottom: style.overflowY === 'visible' ? Infinity : bottom,
  });
  if (seen.right - seen.left < 1 || seen.bottom - seen.top < 1) return NOWHERE;
  const [scrollLeft, scrollTop] = [get(element, 'scrollLeft'), get(element, 'scrollTop')];
  const [scrollWidth, scrollHeight] = [get(element, 'scrollWidth'), get(element, 'scrollHeight')];
  const isLeftward = style.direction === 'rtl' || style.writingMode === 'vertical-rl';
  const start = isLeftward
    ? left - scrollLeft - (scrollWidth - get(element, 'clientWidth'))
    : left - scrollLeft;
  return {
    ...seen,
    ...(scrolls(style.overflowX) && { left: start, right: start + scrollWidth }),
    ...(scrolls(style.overflowY) && { top: top - scrollTop, bottom: top - scrollTop + scrollHeight }),
  };
}

function scrolls(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 };

function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

/** The box left by `clip` and `clip-path`; `undefined` if they clip nothing or the result is unknown. */
function ownClip(element: Element, style: CSSStyleDeclaration): Box | undefined {
  const { clipPath, position } = style;
  const clip = style.getPropertyValue('clip');
  const isClipped = /^(?:absolute|fixed)$/u.test(position) && clip.startsWith('rect(');
  if (!isClipped && (clipPath === 'none' || clipPath === '')) return undefined;
  const { left, top, width, height } = call(element, 'getBoundingClientRect');
  const [x, y] = isClipped ? rectangleOf(clip, width, height) : extentOf(clipPath, width, height);
  return x === undefined || y === undefined
    ? undefined
    : { left: left + x[0], right: left + x[1], top: top + y[0], bottom: top + y[1] };
}

type Extent = readonly [number, number] | undefined;

function rectangleOf(clip: string, width: number, height: number): [Extent, Extent] {
  const [top = 0, right = width, bottom = height, left = 0] = clip
    .slice(5, -1)
    .split(/,? /u)
    .map((side) => (side === 'auto' ? undefined : Number.parseFloat(side)));
  return [
    [left, right],
    [top, bottom],
  ];
}

/** The bounding box of a shape. */
function extentOf(shape: string, width: number, height: number): [Extent, Extent] {
  const [, name, inside = ''] = /^([a-z]+)\(([^()]*)\)/u.exec(shape) ?? [];
  const lengths = (text: string, whole: number) =>
    text
      .split(/ /u)
      .map((part) =>
        part.endsWith('%') ? (whole * Number.parseFloat(part)) / 100 : Number.parseFloat(part),
      );
  if (name === 'inset') {
    const parts = inside.split(' round ')[0]?.trim().split(/ /u) ?? [];
    const [top = '0', right = top, bottom = top, left = right] = parts;
    const at = (part: string, whole: number) => lengths(part, whole)[0] ?? 0;
    return [
      [at(left, width), width - at(right, width)],
      [at(top, height), height - at(bottom, height)],
    ];
  }
  if ((name === 'circle' || name === 'ellipse') && /^0(?:px|%)?(?: |$)/u.test(inside))
    return [NOTHING, NOTHING];
  if (name !== 'polygon') return [undefined, undefined];
  const points = inside
    .replace(/^(?:nonzero|evenodd), /u, '')
    .split(', ')
    .map((point) => point.split(' '));
  const [xs, ys] = [
    points.map(([x = '']) => lengths(x, width)[0] ?? NaN),
    points.map(([, y = '']) => lengths(y, height)[0] ?? NaN),
  ];
  if ([...xs, ...ys].some(Number.isNaN)) return [undefined, undefined];
  return [
    [Math.min(...xs), Math.max(...xs)],
    [Math.min(...ys), Math.max(...ys)],
  ];
}

const NOTHING = [0, 0] as const;

/** What an element and its ancestors do to the painting of everything inside it. */
import {
  canScroll,
  clipFor,
  clipsOf,
  intersect,
  isRoot,
  pageClips,
  scrollRange,
  type Box,
  type Clips,
} from './clipping-boxes';
import { shapeOf } from './clip-shapes';
import { colourTexts, parseColour } from './colours';
import { holdsFixed, PAGE, stackingOf, type Stacking } from './paint-order';
import { px } from './css-lengths';
import { maskShape } from './mask-shape';
import { call } from '../dom/node-property';

/** An element whose content moves against the rest of the page while that scrolls: a box that scrolls, or a bar that stays. */
export interface Mover {
  element: Element;
  outer: Mover | undefined;
  /** The part of it in which its content can be seen. */
  box: Box;
  isBar: boolean;
}

/** The content of an element with a blend mode, which is drawn as a whole. */
export interface BlendGroup {
  mode: string;
  outer: BlendGroup | undefined;
}

/** The combined effect of an element and its ancestors on the content of the element. */
export interface Surroundings {
  clips: Clips;
  /** The product of the opacities; 0 if a mask leaves nothing, or what shows its back is not drawn. */
  opacity: number;
  /** The innermost first. */
  filters: readonly string[];
  /** Blurred. */
  isUnreadable: boolean;
  /** The effect of a mask is not known, so what is painted may be invisible. */
  mayMiss: boolean;
  /** A blend within another, or a filter, a mask or a clip that refers to a drawing, may hide the text. */
  isUnsure: boolean;
  /** The thickness in pixels of the line through the text that the elements around draw. */
  strike: number;
  /** The transforms of all elements around, and of those that share a space of three dimensions. */
  matrix: DOMMatrix | undefined;
  space: DOMMatrix | undefined;
  stacking: Stacking;
  mover: Mover | undefined;
  group: BlendGroup | undefined;
  /** The element to whose box absolutely positioned content refers; absent for the page. */
  holder: Element | undefined;
  /** The index of the element, if it is a flex box or a grid. */
  itemOf: number | undefined;
  index: number;
}

/** The blur beyond which text cannot be read, as a share of the font size. */
const MOST_BLUR = 0.4;

/** The surroundings of the root element. */
export function surroundingsOfPage(document: Document): Surroundings {
  return {
    clips: pageClips(document),
    opacity: 1,
    filters: [],
    isUnreadable: false,
    mayMiss: false,
    isUnsure: false,
    strike: 0,
    matrix: undefined,
    space: undefined,
    stacking: { own: PAGE, layer: PAGE, context: PAGE },
    mover: undefined,
    group: undefined,
    holder: undefined,
    itemOf: undefined,
    index: 0,
  };
}

/** The surroundings within an element. `display: contents` makes no box, on which these properties could have an effect. */
export function enterSurroundings(
  outer: Surroundings,
  element: Element,
  style: CSSStyleDeclaration,
  index = 0,
): Surroundings {
  const { display, position } = style;
  if (display === 'contents') return { ...outer, index };
  const { matrix, space } = turn(outer, style);
  const { clipPath, maskImage, filter } = style;
  const mask = isLevel(matrix) ? maskShape(element, style) : undefined;
  const clip = shapeOf(element, clipPath);
  const clips = clipsOf(
    outer.clips,
    element,
    style,
    [clip, mask].filter((shape) => shape !== undefined),
  );
  const effects = effectsOf(outer, style, index);
  const unknown = [filter, clip ? '' : clipPath, mask ? '' : maskImage];
  const isHolder = position !== 'static' || filter !== 'none' || holdsFixed(style);
  const isBehind = style.backfaceVisibility === 'hidden' && display !== 'inline' && (space?.m33 ?? 1) < 0;
  const isDrawnAlone =
    /^(?:inline-|table-c)/u.test(display) || style.float !== 'none' || position !== 'static';
  return {
    clips,
    ...effects,
    ...((isMasked(style) || isBehind) && { opacity: 0 }),
    isUnreadable: outer.isUnreadable || isBlurred(style),
    mayMiss: outer.mayMiss || (!mask && maskImage !== 'none') || (!clip && clipPath.startsWith('url(')),
    isUnsure: outer.isUnsure || !!effects.group?.outer || unknown.some((value) => value.includes('url(')),
    strike: Math.max(strikeOf(style), isDrawnAlone ? 0 : outer.strike),
    matrix,
    space: style.transformStyle === 'preserve-3d' ? space : undefined,
    mover: moverOf(outer.mover, element, style, clips),
    holder: isHolder ? element : outer.holder,
    itemOf: /flex|grid/u.test(display) ? index : undefined,
    index,
  };
}

/** The surroundings of a generated box, which has no content. */
export function enterGenerated(
  outer: Surroundings,
  element: Element,
  style: CSSStyleDeclaration,
  index: number,
): Surroundings {
  const own = clipFor(outer.clips, style);
  const isBar = isBarAt(style);
  return {
    ...outer,
    clips: { ...outer.clips, own },
    ...effectsOf(outer, style, index),
    mayMiss: outer.mayMiss || style.maskImage !== 'none' || style.clipPath !== 'none',
    mover: isBar ? { element, outer: outer.mover, box: own, isBar } : outer.mover,
  };
}

/** What elements and generated boxes do alike. */
function effectsOf(
  { opacity, filters, stacking, itemOf, group }: Surroundings,
  style: CSSStyleDeclaration,
  index: number,
): Pick<Surroundings, 'opacity' | 'filters' | 'stacking' | 'group'> {
  const { filter, mixBlendMode: mode } = style;
  return {
    opacity: opacity * Number(style.opacity) * opacityOf(filter),
    filters: filter === 'none' ? filters : [filter, ...filters],
    stacking: stackingOf(stacking, style, { index, itemOf }),
    group: mode === 'normal' ? group : { mode, outer: group },
  };
}

/** Adds the transform of an element. */
function turn(outer: Surroundings, style: CSSStyleDeclaration): Pick<Surroundings, 'matrix' | 'space'> {
  const own = style.display === 'inline' ? undefined : transformOf(style);
  if (own === undefined) return outer;
  return { matrix: outer.matrix?.multiply(own) ?? own, space: outer.space?.multiply(own) ?? own };
}

/** Whether something is drawn as it is laid out, at any place. */
export function isLevel(matrix: DOMMatrix | undefined): boolean {
  if (matrix === undefined) return true;
  const { m11, m12, m21, m22 } = matrix;
  return m11 === 1 && m22 === 1 && m12 === 0 && m21 === 0;
}

/** What an element does to its content besides moving it; `undefined` if it does nothing. */
export function transformOf({ rotate, scale, transform }: CSSStyleDeclaration): DOMMatrix | undefined {
  if ([rotate, scale, transform].every((value) => value === 'none')) return undefined;
  const axis = rotate.split(' ');
  const angle = px(axis.pop() ?? '');
  const [name = 'z'] = axis;
  const [x = 0, y = 0, z = 0] =
    axis.length > 1 ? axis.map(Number) : ['x', 'y', 'z'].map((each) => Number(each === name));
  const [across = 1, down = across, deep = 1] = scale === 'none' ? [] : scale.split(' ').map(Number);
  return new DOMMatrix()
    .rotateAxisAngle(x, y, z, angle)
    .scale(across, down, deep)
    .multiply(new DOMMatrix(transform));
}

/** How much smaller letters are drawn than they are laid out, in the direction in which they are smallest. */
export function leastScale(matrix: DOMMatrix | undefined): number {
  if (matrix === undefined) return 1;
  const { m11, m12, m21, m22 } = matrix;
  const squares = m11 ** 2 + m12 ** 2 + m21 ** 2 + m22 ** 2;
  const area = m11 * m22 - m12 * m21;
  return Math.sqrt(Math.max(0, (squares - Math.sqrt(Math.max(0, squares ** 2 - 4 * area ** 2))) / 2));
}

function moverOf(
  outer: Mover | undefined,
  element: Element,
  style: CSSStyleDeclaration,
  { own }: Clips,
): Mover | undefined {
  const isBar = isBarAt(style);
  const isScroller = !isRoot(element) && canScroll(scrollRange(element, style));
  if (!isBar && !isScroller) return outer;
  const box = intersect(own, call(element, 'getBoundingClientRect'));
  return { element, outer, box, isBar: isBar && !isScroller };
}

function isBarAt({ position }: CSSStyleDeclaration): boolean {
  return position === 'fixed' || position === 'sticky';
}

function opacityOf(filter: string): number {
  return [...filter.matchAll(/opacity\(([\d.]+)\)/gu)].reduce((all, [, share]) => all * Number(share), 1);
}

function isBlurred({ filter, fontSize }: CSSStyleDeclaration): boolean {
  return Number(/blur\(([\d.]+)px\)/u.exec(filter)?.[1] ?? 0) > MOST_BLUR * px(fontSize);
}

/** In pixels; the browser draws this line over the text. */
function strikeOf(style: CSSStyleDeclaration): number {
  if (!style.textDecorationLine.includes('line-through')) return 0;
  if ((parseColour(style.textDecorationColor)?.alpha ?? 0) < 0.95) return 0;
  return px(style.textDecorationThickness);
}

/** A mask of gradients hides nothing where one of their colours is opaque. What a picture leaves is not known. */
function isMasked(style: CSSStyleDeclaration): boolean {
  const mask = style.maskImage;
  if (mask === 'none') return false;
  if (/(?:^|, )0(?:px|%)|\b0(?:px|%)(?:$|,)/u.test(style.maskSize)) return true;
  return (
    mask.includes('gradient(') &&
    !mask.includes('url(') &&
    colourTexts(mask).every((colour) => parseColour(colour)?.alpha === 0)
  );
}

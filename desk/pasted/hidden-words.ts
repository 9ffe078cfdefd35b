import { isClear, isLegibleOn, LEAST_OPACITY, paintBackground, type SchemeColours } from './stated-colours';
import { isUnread } from './element-kinds';
import { readStatedStyle, type StatedStyle, type StatedStyles } from './stated-style';

/** Which words of pasted content nobody saw where it was copied, judged by the styles that are written on its elements. */

/** What the elements around a text make of it. */
export interface Appearance {
  isGone: boolean;
  isVisible: boolean;
  opacity: number;
  /** Of its letters, in pixels as they are laid out. */
  size: number;
  /** How much larger they are drawn. */
  scale: number;
  /** The transforms of elements that share a space of three dimensions. */
  space: DOMMatrix | undefined;
  /** Absent where it is not stated, or not known. */
  colour: SchemeColours | undefined;
  background: SchemeColours | undefined;
}

export const PLAIN: Appearance = {
  isGone: false,
  isVisible: true,
  opacity: 1,
  size: 16,
  scale: 1,
  space: undefined,
  colour: undefined,
  background: undefined,
};

export const HIDDEN: Appearance = { ...PLAIN, isGone: true };

/** In pixels: nobody reads smaller letters. */
const LEAST_SIZE = 4;
/** The blur beyond which text cannot be read, as a share of the size of its letters. */
const MOST_BLUR = 0.4;

export function appearanceIn(outer: Appearance, element: Element, known: StatedStyles): Appearance {
  if (!element.hasAttributes())
    return { ...outer, space: undefined, isGone: outer.isGone || isUnread(element) };
  const stated = readStatedStyle(element, known);
  const { isVisible = outer.isVisible, matrix, colour = outer.colour } = stated;
  const size = (stated.size ?? outer.size) * stated.share;
  const turned = outer.space?.multiply(matrix) ?? matrix;
  const isBehind = stated.isBackHidden && turned !== undefined && turned.m33 < 0;
  const isBlurred = stated.blur > MOST_BLUR * size;
  return {
    isGone: outer.isGone || stated.isGone || isBehind || isBlurred || isUnread(element),
    isVisible,
    opacity: outer.opacity * stated.opacity,
    size,
    scale: outer.scale * stated.scale,
    space: stated.isSpace ? turned : undefined,
    colour: colour === 'unknown' ? undefined : colour,
    background: backgroundIn(outer, stated),
  };
}

function backgroundIn(outer: Appearance, { background }: StatedStyle): SchemeColours | undefined {
  if (background === undefined) return outer.background;
  return background === 'unknown' ? undefined : paintBackground(outer.background, background);
}

/** The words that closed `<details>` show; `undefined` for other elements, which show all of theirs. */
export function summaryOfClosed(parent: Node): Element | null | undefined {
  return parent instanceof Element && parent.matches('details:not([open])')
    ? parent.querySelector(':scope > summary')
    : undefined;
}

/** Without a stated background, or without a stated colour, it is not known whether they are equal. */
export function isSeen({ isGone, isVisible, opacity, size, scale, colour, background }: Appearance): boolean {
  if (isGone || !isVisible || opacity < LEAST_OPACITY || size * scale < LEAST_SIZE) return false;
  if (colour === undefined) return true;
  return !isClear(colour) && (background === undefined || isLegibleOn(background, colour));
}

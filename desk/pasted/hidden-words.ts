import { isClear, isLegibleOn, LEAST_OPACITY, paintBackground, type SchemeColours } from './stated-colours';
import { isLegibleBlended } from './blended-colours';
import { isUnread } from './element-kinds';
import { readStatedStyle, type StatedStyle, type StatedStyles } from './stated-style';
import type { StatedVariables } from './stated-variables';

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
  /** How much smaller they are drawn to be as high as those of other typefaces. */
  adjustment: number;
  /** Whether a filter gives words and what is behind them one colour. */
  isFlat: boolean;
  /** How the colour of words is mixed with the background; absent for the usual way. */
  blending: string | undefined;
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
  adjustment: 1,
  isFlat: false,
  blending: undefined,
  space: undefined,
  colour: undefined,
  background: undefined,
};

export const HIDDEN: Appearance = { ...PLAIN, isGone: true };

/** In pixels: nobody reads smaller letters. */
const LEAST_SIZE = 4;
/** The blur beyond which text cannot be read, as a share of the size of its letters. */
const MOST_BLUR = 0.4;

export function appearanceIn(
  outer: Appearance,
  element: Element,
  known: StatedStyles,
  variables: StatedVariables,
): Appearance {
  if (!element.hasAttributes())
    return { ...outer, space: undefined, isGone: outer.isGone || isUnread(element) };
  const stated = readStatedStyle(element, known, variables);
  const { isVisible = outer.isVisible, matrix, colour = outer.colour } = stated;
  const size = (stated.size ?? outer.size) * stated.share;
  const turned = outer.space?.multiply(matrix) ?? matrix;
  const isBehind = stated.isBackHidden && turned !== undefined && turned.m33 < 0;
  const isBlurred = stated.blur > MOST_BLUR * size;
  const isFlat = outer.isFlat || stated.isFlat;
  const isUniform = isFlat && isPainted(stated);
  const isWithoutTone = TONELESS.test(stated.blending ?? '');
  return {
    isGone:
      [outer.isGone, stated.isGone, isBehind, isBlurred, isUniform, isWithoutTone].includes(true) ||
      isUnread(element),
    isVisible,
    opacity: outer.opacity * stated.opacity,
    size,
    scale: outer.scale * stated.scale,
    adjustment: stated.adjustment ?? outer.adjustment,
    isFlat,
    // words on a background of the same element are mixed with it in the usual way
    blending: stated.background === undefined ? (stated.blending ?? outer.blending) : undefined,
    space: stated.isSpace ? turned : undefined,
    colour: colour === 'unknown' ? undefined : colour,
    background: backgroundIn(outer, stated),
  };
}

/** Ways of mixing that keep the lightness of what is behind. */
const TONELESS = /^(?:hue|saturation|color)$/u;

/** Whether an element states a background through which nothing is seen. */
function isPainted({ background }: StatedStyle): boolean {
  return (
    background !== undefined &&
    background !== 'unknown' &&
    paintBackground(undefined, background) !== undefined
  );
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
export function isSeen(appearance: Appearance): boolean {
  const { isGone, isVisible, opacity, size, scale, adjustment, colour, background, blending } = appearance;
  if (isGone || !isVisible || opacity < LEAST_OPACITY || size * scale * adjustment < LEAST_SIZE) return false;
  if (colour === undefined) return true;
  if (isClear(colour)) return false;
  if (blending !== undefined) return isLegibleBlended(blending, background, colour);
  return background === undefined || isLegibleOn(background, colour);
}

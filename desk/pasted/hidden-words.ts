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
  /** Absent where letters are filled with their colour. */
  fill: SchemeColours | undefined;
  /** The lines around letters: in pixels, and in which colour, if it is not theirs. */
  outline: number;
  outlineColour: SchemeColours | undefined;
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
  fill: undefined,
  outline: 0,
  outlineColour: undefined,
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
  const { isVisible = outer.isVisible, matrix } = stated;
  const colour = colourIn(outer, stated);
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
    colour,
    background: backgroundIn(outer, stated, colour),
    fill: inherited(stated.fill, outer.fill),
    outline: stated.outline ?? outer.outline,
    outlineColour: inherited(stated.outlineColour, outer.outlineColour),
  };
}

/** Ways of mixing that keep the lightness of what is behind. */
const TONELESS = /^(?:hue|saturation|color)$/u;

/** Whether an element states a background through which nothing is seen. */
function isPainted({ background }: StatedStyle): boolean {
  return (
    background !== undefined &&
    background !== 'unknown' &&
    background !== 'colour' &&
    paintBackground(undefined, background) !== undefined
  );
}

/** The colour of letters for which none is stated, on a background of their colour. */
const USUAL: SchemeColours = [
  [0, 0, 0, 1],
  [255, 255, 255, 1],
];

function colourIn(outer: Appearance, { colour, background }: StatedStyle): SchemeColours | undefined {
  const known = colour === undefined ? outer.colour : colour === 'unknown' ? undefined : colour;
  return background === 'colour' && colour !== 'unknown' ? (known ?? USUAL) : known;
}

/** Of a colour that is `colour`, nothing is inherited. */
function inherited(
  stated: SchemeColours | 'colour' | undefined,
  outer: SchemeColours | undefined,
): SchemeColours | undefined {
  return stated === 'colour' ? undefined : (stated ?? outer);
}

function backgroundIn(
  outer: Appearance,
  { background }: StatedStyle,
  colour: SchemeColours | undefined,
): SchemeColours | undefined {
  if (background === undefined) return outer.background;
  if (background === 'colour') return colour && paintBackground(outer.background, colour);
  return background === 'unknown' ? undefined : paintBackground(outer.background, background);
}

/** The words that closed `<details>` show; `undefined` for other elements, which show all of theirs. */
export function summaryOfClosed(parent: Node): Element | null | undefined {
  return parent instanceof Element && parent.matches('details:not([open])')
    ? parent.querySelector(':scope > summary')
    : undefined;
}

/** From a line around letters that is this share of their size, nothing of them is left between the lines. */
const LEAST_COVER = 0.25;

export function isSeen(appearance: Appearance): boolean {
  const { isGone, isVisible, opacity, size, scale, adjustment, colour, fill, outline, outlineColour } =
    appearance;
  if (isGone || !isVisible || opacity < LEAST_OPACITY || size * scale * adjustment < LEAST_SIZE) return false;
  const line = outlineColour ?? colour;
  const isOutlined = outline > 0 && (line === undefined || !isClear(line));
  if (isOutlined && isColourSeen(appearance, line)) return true;
  return !(isOutlined && outline >= LEAST_COVER * size) && isColourSeen(appearance, fill ?? colour);
}

/** Without a stated background, or without a stated colour, it is not known whether they are equal. */
function isColourSeen({ background, blending }: Appearance, colour: SchemeColours | undefined): boolean {
  if (colour === undefined) return true;
  if (isClear(colour)) return false;
  if (blending !== undefined) return isLegibleBlended(blending, background, colour);
  return background === undefined || isLegibleOn(background, colour);
}

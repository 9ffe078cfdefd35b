/** The colours that are written in styles. */

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export type StatedColour = readonly [red: number, green: number, blue: number, alpha: number];

/** A colour in the light and in the dark scheme: which one a page was shown in is not known. */
export type SchemeColours = readonly [light: StatedColour, dark: StatedColour];

/** What is less opaque is not seen. */
export const LEAST_OPACITY = 0.05;
/** With less contrast than this, text cannot be read (by WCAG's measure; 1 is no contrast). */
const LEAST_CONTRAST = 1.1;

export const NO_COLOUR: SchemeColours = [
  [0, 0, 0, 0],
  [0, 0, 0, 0],
];

/** `undefined` for what is not a colour, and for one that depends on the elements around. */
export function readColours(text: string): SchemeColours | undefined {
  const isOfScheme = text.startsWith('light-dark(');
  const [light, dark] = isOfScheme
    ? argumentsOf(text).map((each, scheme) => readColours(each)?.[scheme])
    : [draw(text), draw(text)];
  return light && dark && [light, dark];
}

/** Splits what is in the outermost brackets of a function at its commas. */
export function argumentsOf(text: string): string[] {
  return splitOutside(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), ',');
}

/** Splits a value where a character is outside of brackets. */
export function splitOutside(value: string, separator: string): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at <= value.length; at++) {
    const character = value[at] ?? separator;
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (at < value.length && (character !== separator || depth > 0)) continue;
    parts.push(value.slice(start, at).trim());
    start = at + 1;
  }
  return parts.filter((part) => part !== '');
}

/** What is behind, with a further colour over it; `undefined` if it is not known. */
export function paintBackground(
  behind: SchemeColours | undefined,
  above: SchemeColours,
): SchemeColours | undefined {
  if (behind !== undefined) return [blend(above[0], behind[0]), blend(above[1], behind[1])];
  return above.every(([, , , alpha]) => alpha > 1 - LEAST_OPACITY) ? above : undefined;
}

/** Whether letters of a colour can be read in both schemes. */
export function isLegibleOn(background: SchemeColours, colours: SchemeColours): boolean {
  return colours.every((colour, scheme) => {
    const behind = background[scheme] ?? colour;
    const [one, other] = [luminanceOf(blend(colour, behind)), luminanceOf(behind)];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= LEAST_CONTRAST;
  });
}

export function isClear(colours: SchemeColours): boolean {
  return colours.some(([, , , alpha]) => alpha < LEAST_OPACITY);
}

function blend(
  [r, g, b, alpha]: StatedColour,
  [behindR, behindG, behindB, behindAlpha]: StatedColour,
): StatedColour {
  const mix = (above: number, behind: number) => above * alpha + behind * (1 - alpha);
  return [mix(r, behindR), mix(g, behindG), mix(b, behindB), mix(1, behindAlpha)];
}

/** From 0 (black) to 1 (white). */
export function luminanceOf([red, green, blue]: StatedColour): number {
  const linear = (part: number) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Made at first use: `npm run bench` loads this file in Node. */
let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

function draw(colour: string): StatedColour | undefined {
  if (
    /^(?:inherit|currentcolor|initial|unset|revert)|\bvar\(/iu.test(colour) ||
    !CSS.supports('color', colour)
  )
    return undefined;
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas === null) return undefined;
  canvas.fillStyle = colour;
  const { fillStyle } = canvas;
  if (/^#[\da-f]{6}$/u.test(fillStyle)) {
    const number = Number.parseInt(fillStyle.slice(1), 16);
    return [number >> 16, (number >> 8) & 255, number & 255, 1];
  }
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

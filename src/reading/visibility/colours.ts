/** Colours as the browser computes them, and what becomes of them when they are painted over one another. */

import { call } from '../dom/node-property';

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
export const CLEAR: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };

/** Colours in the form of computed styles. */
const COLOURS = /(?:rgba?|color|oklch|oklab|lab|lch|hsla?)\([^()]*\)/giu;

/** The colours in the value of a property, as text. */
export function colourTexts(value: string): string[] {
  return value.match(COLOURS) ?? [];
}

/** `undefined` for anything that is not a colour this browser can draw. */
export function parseColour(text: string): Colour | undefined {
  const [, plain] = /^rgba?\(([\d., ]+)\)$/u.exec(text) ?? [];
  if (plain === undefined) return drawColour(text);
  const [red = 0, green = 0, blue = 0, alpha = 1] = plain.split(',').map(Number);
  return { red, green, blue, alpha };
}

/** Converts colours of other colour spaces, such as `oklch(…)`, by drawing on a canvas. */
function drawColour(text: string): Colour | undefined {
  return CSS.supports('color', text) ? drawnBy(text, (context) => fill(context, text)) : undefined;
}

/** What has been drawn once, by what was drawn. */
const drawings = new Map<string, Colour>();
const MOST_DRAWINGS = 1_000;

function drawnBy(
  key: string,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): Colour | undefined {
  const known = drawings.get(key);
  if (known) return known;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return undefined;
  draw(context);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  if (drawings.size > MOST_DRAWINGS) drawings.clear();
  const colour = { red, green, blue, alpha: alpha / 255 };
  drawings.set(key, colour);
  return colour;
}

function fill(context: OffscreenCanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
}

function write({ red, green, blue, alpha }: Colour): string {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/** What a filter makes of a colour. Blur and opacity are judged elsewhere. */
export function filterColour(colour: Colour, filter: string): Colour {
  const effects = filter.replace(/(?:opacity|blur|drop-shadow)\((?:[^()]|\([^()]*\))*\)/gu, '').trim();
  if (effects.includes('url(')) return filterArea(colour, effects);
  if (effects === '' || effects === 'none' || colour.alpha === 0) return colour;
  const filtered = drawnBy(`${effects} ${write(colour)}`, (context) => {
    context.filter = effects;
    fill(context, write(colour));
  });
  return filtered ?? colour;
}

/** In pixels; what a usual filter of the page blurs or moves is smaller. */
const AREA = 64;

/** What a filter of the page makes of an area of one colour. Unless it becomes one of one colour again, the effect is not known. */
function filterArea(colour: Colour, filter: string): Colour {
  const key = `${filter} ${write(colour)}`;
  const known = drawings.get(key);
  if (known) return known;
  // The filters of a page only apply in its document. No canvas waits for their pictures.
  const canvas = call(document, 'createElement', 'canvas') as HTMLCanvasElement;
  canvas.width = canvas.height = AREA;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || call(document, 'querySelector', 'filter feImage') !== null) return colour;
  context.filter = filter;
  context.fillStyle = write(colour);
  context.fillRect(0, 0, AREA, AREA);
  const [first = colour, ...others] = [0.4, 0.5, 0.6].map((share) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(share * AREA, AREA / 2, 1, 1).data;
    return { red, green, blue, alpha: alpha / 255 };
  });
  const filtered = others.every((other) => write(other) === write(first)) ? first : colour;
  drawings.set(key, filtered);
  return filtered;
}

/** What `mix-blend-mode` makes of a colour over another one; without a mode, the colour just covers. */
export function mixColours(above: Colour, below: Colour, mode: string | undefined): Colour {
  if (mode === undefined) return blend(above, below);
  const mixed = drawnBy(`${mode} ${write(above)} ${write(below)}`, (context) => {
    fill(context, write(below));
    context.globalCompositeOperation = (
      mode === 'plus-lighter' ? 'lighter' : mode
    ) as GlobalCompositeOperation;
    fill(context, write(above));
  });
  return mixed ?? blend(above, below);
}

/** The contrast of two colours; 1 if they are equal (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A colour over another one. */
export function blend(above: Colour, below: Colour): Colour {
  return above.alpha === 1 ? above : average(above, below, above.alpha, below.alpha * (1 - above.alpha));
}

/** Two colours in proportion to their weights, the sum of which is the alpha. */
export function average(one: Colour, other: Colour, weight: number, rest: number): Colour {
  const alpha = weight + rest;
  const mix = (part: 'red' | 'green' | 'blue') => (one[part] * weight + other[part] * rest) / (alpha || 1);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha };
}

/** A list without gaps; `undefined` if a part of it is not known. */
export function allKnown<Of>(list: readonly (Of | undefined)[]): Of[] | undefined {
  const known = list.filter((each) => each !== undefined);
  return known.length < list.length ? undefined : known;
}

export function fade(colour: Colour, opacity: number): Colour {
  return opacity === 1 ? colour : { ...colour, alpha: colour.alpha * opacity };
}

export function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

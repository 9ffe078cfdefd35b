/** Colours as the browser computes them, and the colour behind the text of an element. */

import { flatParent } from '../dom/flat-tree';
import { get } from '../dom/node-property';
import { isRoot } from './clipping-boxes';

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
const CLEAR: Colour = { red: 0, green: 0, blue: 0, alpha: 0 };

/** `undefined` for anything that is not a colour this browser can draw. */
export function parseColour(text: string): Colour | undefined {
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/u.exec(text);
  if (plain === null) return drawColour(text);
  const [red = 0, green = 0, blue = 0, alpha = 1] = plain
    .slice(1)
    .map((part) => ((part as string | undefined) === undefined ? 1 : Number(part)));
  return { red, green, blue, alpha };
}

/** Converts colours of other colour spaces, such as `oklch(…)`, and applies a filter, by drawing on a canvas. */
function drawColour(text: string, filter = 'none'): Colour | undefined {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null || !CSS.supports('color', text)) return undefined;
  context.filter = filter;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}

/** The contrast of a colour that is drawn over another one; 1 if they are equal (WCAG 2.2, "contrast ratio"). */
export function contrastOf(above: Colour, below: Colour): number {
  const [light, dark] = [luminance(blend(above, below)), luminance(below)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

function blend(above: Colour, below: Colour): Colour {
  const alpha = above.alpha + below.alpha * (1 - above.alpha);
  const mix = (part: 'red' | 'green' | 'blue') =>
    (above[part] * above.alpha + below[part] * below.alpha * (1 - above.alpha)) / (alpha || 1);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha };
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (part: number) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Whether an element has its own picture or gradient behind its text. */
export function isPainted({ backgroundImage, backdropFilter, mixBlendMode }: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' || (backdropFilter || 'none') !== 'none' || mixBlendMode !== 'normal';
}

/** The colours of letters, and the colour around them, after all filters. */
export interface Drawn {
  inks: readonly Colour[];
  /** Absent if it is unknown: there is a picture or a gradient, a page that may be dark, or another element behind the text. */
  behind?: Colour;
}

/**
 * Draws letters over the backgrounds of the ancestors of their element.
 *
 * @param hasOtherBehind whether there is another element behind them, in another colour than this
 */
export function drawText(
  element: Element,
  inks: readonly Colour[],
  hasOtherBehind: (colour: Colour) => boolean,
): Drawn {
  let [background, behind, drawn] = [CLEAR, CLEAR, inks];
  let isOwn = false;
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (background.alpha < 1) {
      const colour = parseColour(style.backgroundColor);
      if (isPainted(style) || colour === undefined) return { inks };
      [background, behind] = [blend(background, colour), blend(behind, colour)];
      drawn = drawn.map((ink) => blend(ink, colour));
      isOwn ||= at === element && colour.alpha === 1;
    }
    // What a filter of the whole page does to the colour of the page differs.
    if (style.filter === 'none' || isRoot(at)) continue;
    behind = filtered(behind, style);
    drawn = drawn.map((ink) => filtered(ink, style));
  }
  const root = get(get(element, 'ownerDocument'), 'documentElement');
  const isDark = background.alpha < 1 && getComputedStyle(root).colorScheme.includes('dark');
  if (isDark || (!isOwn && hasOtherBehind(blend(background, WHITE)))) return { inks };
  return { inks: drawn.map((ink) => blend(ink, WHITE)), behind: blend(behind, WHITE) };
}

/** By a filter except blur and opacity, which are judged elsewhere. */
function filtered(colour: Colour, { filter }: CSSStyleDeclaration): Colour {
  const { red, green, blue, alpha } = colour;
  const effects = filter.replace(/(?:opacity|blur)\([^()]*\)/gu, '').trim();
  if (effects === '') return colour;
  return drawColour(`rgb(${red} ${green} ${blue} / ${alpha})`, effects) ?? colour;
}

export function parentOf(element: Element): Element | null {
  return flatParent(element) ?? null;
}

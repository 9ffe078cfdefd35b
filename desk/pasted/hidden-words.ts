import { isUnread } from './element-kinds';
import { isBoxHidden, LEAST_OPACITY } from './hidden-box';

/** Which words of pasted content nobody saw where it was copied, judged by the styles that are written on its elements. */

/** What the elements around a text make of it. */
export interface Appearance {
  isHidden: boolean;
  isTransparent: boolean;
  isTiny: boolean;
  /** In the form of a canvas, or `transparent`; absent where it is not stated. */
  colour: string | undefined;
  background: string | undefined;
}

export const PLAIN: Appearance = {
  isHidden: false,
  isTransparent: false,
  isTiny: false,
  colour: undefined,
  background: undefined,
};

export const HIDDEN: Appearance = { ...PLAIN, isTransparent: true };

/** In pixels: nobody reads smaller letters. */
const LEAST_SIZE = 4;
const PIXELS: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78 };

export function appearanceIn(outer: Appearance, element: Element): Appearance {
  const style = styleOf(element);
  const { visibility, opacity, backgroundColor } = style;
  const isGone =
    isUndisplayed(element, style.display) ||
    isUnread(element) ||
    /mso-hide:\s*all/iu.test(element.getAttribute('style') ?? '') ||
    isBoxHidden(style, element.getAttribute('aria-hidden') === 'true');
  return {
    isHidden: visibility === '' ? outer.isHidden : visibility !== 'visible',
    isTransparent: outer.isTransparent || isGone || (opacity !== '' && Number(opacity) < LEAST_OPACITY),
    isTiny: isTiny(style.fontSize, outer.isTiny),
    colour: colourIn(outer, element, style),
    background:
      normalise(backgroundColor || style.background || attributeOf(element, 'bgcolor')) ?? outer.background,
  };
}

/** Whether the browser displays nothing of an element, by the display that is stated, or by its attribute. */
function isUndisplayed(element: Element, display: string): boolean {
  return display === '' ? element.hasAttribute('hidden') : display === 'none';
}

/** The words that closed `<details>` show; `undefined` for other elements, which show all of theirs. */
export function summaryOfClosed(parent: Node): Element | null | undefined {
  return parent instanceof Element && parent.matches('details:not([open])')
    ? parent.querySelector(':scope > summary')
    : undefined;
}

/** The colour of the letters; not known where the background is their filling. */
function colourIn(outer: Appearance, element: Element, style: CSSStyleDeclaration): string | undefined {
  if (style.backgroundClip === 'text') return undefined;
  if (element instanceof SVGElement && style.fill === 'none' && style.stroke === '') return CLEAR;
  const colour = style.webkitTextFillColor || style.color;
  return isClear(colour) ? CLEAR : (normalise(colour || attributeOf(element, 'color')) ?? outer.colour);
}

const CLEAR = 'transparent';

/** `transparent`, or a colour whose last component is nothing: `rgba(0, 0, 0, 0)`. */
function isClear(colour: string): boolean {
  return colour === CLEAR || /^rgba\(.*[,/] *0(?:\.0\d*)?\)$/u.test(colour);
}

/** Made at first use: `npm run bench` loads this file in Node. */
let scratch: CSSStyleDeclaration | undefined;

/** Attributes of drawings that are styles. */
const PRESENTATION = ['display', 'visibility', 'opacity', 'fill', 'stroke'];

/**
 * What is written in the element's `style`. Its own `style` property is empty, because our content security policy allows no inline styles,
 * which holds for documents that our pages parse as well. Valid until the next call.
 */
function styleOf(element: Element): CSSStyleDeclaration {
  scratch ??= document.createElement('span').style;
  const attributes = element instanceof SVGElement ? PRESENTATION : [];
  scratch.cssText = [
    ...attributes.map((name) => `${name}: ${element.getAttribute(name) ?? ''}`),
    element.getAttribute('style') ?? '',
  ].join(';');
  return scratch;
}

/** `<font color>` and `bgcolor`, which mail and old pages have. */
function attributeOf(element: Element, name: 'color' | 'bgcolor'): string {
  return element.getAttribute(name) ?? '';
}

/** Without a stated background, or without a stated colour, it is not known whether they are equal. */
export function isSeen(appearance: Appearance): boolean {
  const { isHidden, isTransparent, isTiny, colour, background } = appearance;
  if (isHidden || isTransparent || isTiny || colour === CLEAR) return false;
  return colour === undefined || colour !== background;
}

function isTiny(fontSize: string, outer: boolean): boolean {
  const [, number, unit = ''] = /^([\d.]+)([a-z]{2})$/u.exec(fontSize) ?? [];
  if (number === undefined)
    return fontSize === '0' || (fontSize === '' && outer) || /^(?:0%|0r?em)$/u.test(fontSize);
  const pixels = PIXELS[unit];
  return pixels === undefined ? Number(number) === 0 || outer : Number(number) * pixels < LEAST_SIZE;
}

/** The colour as a canvas writes it; `undefined` for a transparent one, or none. */
function normalise(colour: string): string | undefined {
  if (colour === '' || !CSS.supports('color', colour)) return undefined;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null || /^(?:transparent|inherit|currentcolor|initial|unset)$/iu.test(colour))
    return undefined;
  context.fillStyle = colour;
  return context.fillStyle.startsWith('#') ? context.fillStyle : undefined;
}

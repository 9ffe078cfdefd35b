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

/** What elements state with their styles, by the attributes that state it: most elements of a paste have those of others. */
export type StatedStyles = Map<string, Partial<Appearance>>;

export function appearanceIn(outer: Appearance, element: Element, known: StatedStyles): Appearance {
  const names = element instanceof SVGElement ? [...STATING, ...PRESENTATION] : STATING;
  const key = names.map((name) => element.getAttribute(name) ?? NOT_THERE).join('\0');
  const stated = known.get(key) ?? statedBy(element);
  known.set(key, stated);
  const isTransparent = outer.isTransparent || stated.isTransparent === true || isUnread(element);
  return { ...outer, ...stated, isTransparent };
}

const STATING = ['style', 'hidden', 'aria-hidden', 'color', 'bgcolor'];
/** Attributes of drawings that are styles. */
const PRESENTATION = ['display', 'visibility', 'opacity', 'fill', 'stroke'];
/** No attribute of parsed HTML has this character. */
const NOT_THERE = '\0';

function statedBy(element: Element): Partial<Appearance> {
  const style = styleOf(element);
  const { visibility, opacity, backgroundColor } = style;
  const isGone =
    isUndisplayed(element, style.display) ||
    /mso-hide:\s*all/iu.test(element.getAttribute('style') ?? '') ||
    isBoxHidden(style, element.getAttribute('aria-hidden') === 'true');
  const tiny = isTiny(style);
  const background = normalise(backgroundColor || style.background || attributeOf(element, 'bgcolor'));
  return {
    isTransparent: isGone || (opacity !== '' && Number(opacity) < LEAST_OPACITY),
    ...(visibility !== '' && { isHidden: visibility !== 'visible' }),
    ...(tiny !== undefined && { isTiny: tiny }),
    ...(background !== undefined && { background }),
    ...colourIn(element, style),
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

/** The colour of the letters, if one is stated; not known where the background is their filling. */
function colourIn(element: Element, style: CSSStyleDeclaration): Partial<Appearance> {
  if (style.backgroundClip === 'text') return { colour: undefined };
  if (element instanceof SVGElement && style.fill === 'none' && style.stroke === '') return { colour: CLEAR };
  const stated = style.webkitTextFillColor || style.color || attributeOf(element, 'color');
  const colour = isClear(stated) ? CLEAR : normalise(stated);
  return colour === undefined ? {} : { colour };
}

const CLEAR = 'transparent';

/** `transparent`, or a colour whose last component is nothing: `rgba(0, 0, 0, 0)`, `oklch(0 0 0 / 0)`. */
function isClear(colour: string): boolean {
  return colour === CLEAR || /^rgba\(.*,\s?0(?:\.0\d*)?\)$|\/\s?0(?:\.0\d*)?%?\)$/u.test(colour);
}

/** Made at first use: `npm run bench` loads this file in Node. */
let scratch: CSSStyleDeclaration | undefined;

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

/** `undefined` where the size is not stated, or depends on that of the words around. */
function isTiny({ fontSize, zoom }: CSSStyleDeclaration): boolean | undefined {
  if (zoom !== '' && Number(zoom) < LEAST_OPACITY) return true;
  const [, number, unit = ''] = /^([\d.]+)([a-z]{2})$/u.exec(fontSize) ?? [];
  if (number === undefined) return fontSize === '' ? undefined : /^(?:0|0%|0r?em)$/u.test(fontSize);
  const pixels = PIXELS[unit];
  if (pixels !== undefined) return Number(number) * pixels < LEAST_SIZE;
  return Number(number) === 0 ? true : undefined;
}

/** Made at first use, as the scratch. */
let canvas: OffscreenCanvasRenderingContext2D | null | undefined;

/** The colour as a canvas writes it; `undefined` for a transparent one, or none. */
function normalise(colour: string): string | undefined {
  if (colour === '' || !CSS.supports('color', colour)) return undefined;
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (canvas === null || /^(?:transparent|inherit|currentcolor|initial|unset)$/iu.test(colour))
    return undefined;
  canvas.fillStyle = '#000';
  canvas.fillStyle = colour;
  return canvas.fillStyle.startsWith('#') ? canvas.fillStyle : undefined;
}

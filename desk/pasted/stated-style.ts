import { LEAST_OPACITY, NO_COLOUR, readColours, type SchemeColours } from './stated-colours';
import { isBoxHidden, isMovedAway, scaleOf, matrixOf } from './hidden-box';
import { pixelsOf, shareOf } from './lengths';
import type { StatedVariables } from './stated-variables';
import { writtenStyle } from './written-style';

/** What the style and the attributes of an element state about its words. */
export interface StatedStyle {
  /** Nothing of it is displayed, by any of the properties that the elements in it cannot revoke. */
  isGone: boolean;
  /** Absent where it is not stated. */
  isVisible?: boolean;
  /** From 0 to 1, with that of its filters. */
  opacity: number;
  /** Of letters, in pixels; absent where it is not stated, or where it is a share of that around. */
  size?: number;
  /** How much larger letters are than those around: by their size, and by zoom and transforms. */
  share: number;
  scale: number;
  /** How much smaller letters are drawn, at least, by `font-size-adjust`; absent where it is not stated. */
  adjustment?: number;
  /** In pixels. */
  blur: number;
  matrix: DOMMatrix | undefined;
  isSpace: boolean;
  isBackHidden: boolean;
  /** Its filters give everything in it one colour, so that words cannot be told from a background in it. */
  isFlat: boolean;
  /** How its colours are mixed with those behind it; absent for the usual way. */
  blending?: string;
  /** `unknown`: a picture, or letters that are filled by their background. Absent where it is not stated. */
  colour?: SchemeColours | 'unknown';
  /** `colour`: that of its letters. */
  background?: SchemeColours | 'unknown' | 'colour';
  /** What letters are filled with in place of their colour; `colour`: with their colour, whatever elements around state. */
  fill?: SchemeColours | 'colour';
  /** How thick the lines are that are drawn around letters, in pixels, and in which colour, if it is not theirs. */
  outline?: number;
  outlineColour?: SchemeColours | 'colour';
}

/** What elements state, by the attributes that state it: most elements of a paste have those of others. */
export type StatedStyles = Map<string, StatedStyle>;

export function readStatedStyle(
  element: Element,
  known: StatedStyles,
  variables: StatedVariables,
): StatedStyle {
  const css = cssOf(element, variables);
  const values = STATING.map((name) => element.getAttribute(name) ?? NOT_THERE);
  const key = [element.matches('dialog[open]'), element instanceof SVGElement, ...values, css].join('\0');
  const stated = known.get(key) ?? statedBy(element, css);
  known.set(key, stated);
  return stated;
}

const STATING = ['hidden', 'popover', 'aria-hidden', 'color', 'bgcolor'];
/** Attributes of drawings that are styles. */
const PRESENTATION = [
  ...['display', 'visibility', 'opacity', 'fill', 'stroke', 'fill-opacity', 'font-size', 'overflow'],
  ...['width', 'height'],
];
/** Elements of drawings that cut off what is outside of them, unless their style says otherwise. */
const CUTTING: ReadonlySet<string> = new Set(['svg', 'foreignObject']);
/** No attribute of parsed HTML has this character. */
const NOT_THERE = '\0';

function statedBy(element: Element, css: string): StatedStyle {
  const style = parseStyle(css);
  const { visibility, filter, mixBlendMode } = style;
  const matrix = matrixOf(style);
  const isGone =
    isUndisplayed(element, style.display) ||
    /mso-hide:\s*all/iu.test(css) ||
    (matrix !== undefined && isMovedAway(matrix)) ||
    isBoxHidden(style, element.getAttribute('aria-hidden') === 'true');
  return {
    isGone,
    ...(visibility !== '' && { isVisible: visibility === 'visible' }),
    opacity: factorOf(style.opacity) * opacityOf(filter),
    ...sizeOf(style.fontSize),
    ...adjustmentOf(style.getPropertyValue('font-size-adjust')),
    scale: factorOf(style.zoom) * (matrix === undefined ? 1 : scaleOf(matrix)),
    blur: pixelsOf(/blur\(([^()]+)\)/u.exec(filter)?.[1] ?? '') || 0,
    matrix,
    isSpace: style.transformStyle === 'preserve-3d',
    isBackHidden: style.backfaceVisibility === 'hidden',
    isFlat: isFlattening(filter),
    ...(!/^(?:|normal|initial|unset|revert)$/u.test(mixBlendMode) && { blending: mixBlendMode }),
    ...colourIn(element, style),
    ...backgroundIn(element, style),
    ...letteringIn(style),
  };
}

/** Whether the browser displays nothing of an element, by the display that is stated, or by its attribute. */
function isUndisplayed(element: Element, display: string): boolean {
  return display === '' ? element.matches('[hidden], [popover]:not(dialog[open])') : display === 'none';
}

/** A number or a percentage; 1 if none is stated. */
function factorOf(text: string): number {
  const share = shareOf(text);
  return Number.isNaN(share) ? 1 : share;
}

function opacityOf(filter: string): number {
  return [...filter.matchAll(/opacity\(([^()]*)\)/gu)].reduce(
    (all, [, share = '']) => all * factorOf(share),
    1,
  );
}

/** Less contrast or brightness than this leaves white and black with a contrast under 1.1. */
const LEAST_TONES = { contrast: 0.03, brightness: 0.05 };

function isFlattening(filter: string): boolean {
  return Object.entries(LEAST_TONES).some(([name, least]) =>
    [...filter.matchAll(new RegExp(`${name}\\(([^()]*)\\)`, 'gu'))].some(
      ([, share = '']) => factorOf(share) <= least,
    ),
  );
}

/** About half the size of letters is the height of an x, which `font-size-adjust` states as a share of the size. */
function adjustmentOf(value: string): Pick<StatedStyle, 'adjustment'> {
  if (/^(?:none|initial|revert)/u.test(value)) return { adjustment: 1 };
  const share = Number.parseFloat(value.replace(/^[a-z-]+ /u, ''));
  return Number.isNaN(share) ? {} : { adjustment: Math.min(1, share * 2) };
}

function sizeOf(fontSize: string): Pick<StatedStyle, 'size' | 'share'> {
  const share = /^(?:calc\()?([\d.]+)(em|%)\)?$/u.exec(fontSize);
  if (share !== null) return { share: Number(share[1]) / (share[2] === '%' ? 100 : 1) };
  const size = pixelsOf(fontSize);
  return Number.isNaN(size) ? { share: 1 } : { size, share: 1 };
}

/** The colour of the letters, if one is stated; not known where the background is their filling. */
function colourIn(element: Element, style: CSSStyleDeclaration): Pick<StatedStyle, 'colour'> {
  if (style.backgroundClip === 'text') return { colour: 'unknown' };
  const isUnfilled = style.fill === 'none' || shareOf(style.fillOpacity) < LEAST_OPACITY;
  if (element instanceof SVGElement && isUnfilled && style.stroke === '') return { colour: NO_COLOUR };
  const colour = readColours(style.color || attributeOf(element, 'color'));
  return colour === undefined ? {} : { colour };
}

/** What is inherited apart from the colour of letters, whichever of them is stated further inside. */
function letteringIn(style: CSSStyleDeclaration): Pick<StatedStyle, 'fill' | 'outline' | 'outlineColour'> {
  const { webkitTextFillColor, webkitTextStrokeColor, webkitTextStrokeWidth } = style;
  const fill = style.backgroundClip === 'text' ? 'colour' : letterColour(webkitTextFillColor);
  const outlineColour = letterColour(webkitTextStrokeColor);
  const outline = THICKNESS[webkitTextStrokeWidth] ?? pixelsOf(webkitTextStrokeWidth);
  return {
    ...(fill !== undefined && { fill }),
    ...(outlineColour !== undefined && { outlineColour }),
    ...(!Number.isNaN(outline) && { outline }),
  };
}

const THICKNESS: Readonly<Record<string, number>> = { thin: 1, medium: 3, thick: 5, initial: 0 };

function letterColour(text: string): SchemeColours | 'colour' | undefined {
  return /^(?:currentcolor|initial)$/iu.test(text) ? 'colour' : readColours(text);
}

function backgroundIn(element: Element, style: CSSStyleDeclaration): Pick<StatedStyle, 'background'> {
  if (style.backgroundImage !== '' && !/^(?:none|initial)$/u.test(style.backgroundImage))
    return { background: 'unknown' };
  if (style.backgroundColor === 'currentcolor') return { background: 'colour' };
  const background = readColours(style.backgroundColor || attributeOf(element, 'bgcolor'));
  return background === undefined ? {} : { background };
}

/** Made at first use: `npm run bench` loads this file in Node. */
let scratch: CSSStyleDeclaration | undefined;

/** Its own `style` property is empty, because our content security policy allows no inline styles, which holds for parsed documents as well. */
function cssOf(element: Element, variables: StatedVariables): string {
  const css = variables.resolve(writtenStyle(element));
  if (!(element instanceof SVGElement)) return css;
  const attributes = PRESENTATION.map((name) => `${name}: ${element.getAttribute(name) ?? ''}`);
  const cut = CUTTING.has(element.localName) ? ['overflow: hidden'] : [];
  return [...cut, ...attributes.map((each) => variables.resolve(each)), css].join(';');
}

/** Valid until the next call. */
function parseStyle(css: string): CSSStyleDeclaration {
  scratch ??= document.createElement('span').style;
  scratch.cssText = css;
  return scratch;
}

/** `<font color>` and `bgcolor`, which mail and old pages have. */
function attributeOf(element: Element, name: 'color' | 'bgcolor'): string {
  return element.getAttribute(name) ?? '';
}

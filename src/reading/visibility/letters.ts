/** With which colours the letters of a text are drawn. */
import { allKnown, CLEAR, parseColour, type Colour } from './colours';
import { drawingColours } from './drawing';
import { backgroundColours, hasBackground, paintOver, type Colours } from './image-colours';
import { flatParent } from '../dom/flat-tree';
import { get } from '../dom/node-property';
import { px } from './css-lengths';
import { measuredFont } from './ink-boxes';
import { readShadows } from './shadows';

export interface Letters {
  /** The colours of fill, outline and shadows; `undefined` if one of them is not known. */
  inks: readonly Colour[] | undefined;
  /** What is painted behind them besides boxes of elements: the background of a first line or a highlight. */
  background: Colours;
  /** In pixels, before transforms. */
  size: number;
  /** The font in which they are measured; empty if their boxes are known without. */
  font: string;
}

/** An outline that is thicker, as a share of the font size, covers the fill: no stem of a usual font is thicker. */
const COVERING_OUTLINE = 0.25;
/** A shadow that is blurred more, as a share of the font size, has no shape. */
const MOST_BLUR = 2;
/** A line of text that is thicker, as a share of the font size, covers the letters. */
export const COVERING_LINE = 0.7;

/** @param style that of the element, or of `::first-line`, `::first-letter` or a highlight */
export function lettersOf(
  element: Element,
  style: CSSStyleDeclaration,
  background: Colours = [CLEAR],
): Letters {
  return {
    inks: inksOf(element, style),
    background: underlineBehind(style, background),
    size: px(style.fontSize),
    font: measuredFont(element, style),
  };
}

function inksOf(element: Element, style: CSSStyleDeclaration): readonly Colour[] | undefined {
  if (/^(?:disc|circle|square)$/u.test(style.getPropertyValue('-webkit-text-security'))) return []; // dots
  if (get(element, 'namespaceURI')?.endsWith('/svg') === true) return inksOfDrawing(element, style);
  const fill = parseColour(style.webkitTextFillColor || style.color);
  const line = outlineOf(style);
  const letters = line?.covers === true ? [line.colour] : [fill, ...(line ? [line.colour] : [])];
  const shadows = shadowsOf(style, fill?.alpha === 1);
  const behind = (fill?.alpha ?? 1) > 0.95 ? [] : filling(element);
  return behind && allKnown([...letters, ...shadows, ...behind]);
}

function inksOfDrawing(element: Element, style: CSSStyleDeclaration): readonly Colour[] | undefined {
  const [fill, line] = [drawingColours(element, style, 'fill'), drawingColours(element, style, 'stroke')];
  return fill && line && [...fill, ...line];
}

function outlineOf(style: CSSStyleDeclaration): { colour: Colour | undefined; covers: boolean } | undefined {
  const width = px(style.webkitTextStrokeWidth);
  if (width === 0) return undefined;
  const colour = parseColour(style.webkitTextStrokeColor);
  const isOnTop = !style.paintOrder.startsWith('stroke');
  const isThick = width > COVERING_OUTLINE * px(style.fontSize);
  return { colour, covers: isOnTop && isThick && colour?.alpha === 1 };
}

/** A shadow just below opaque letters is not seen. */
function shadowsOf({ textShadow, fontSize }: CSSStyleDeclaration, isOpaque: boolean): (Colour | undefined)[] {
  return readShadows(textShadow).flatMap(({ x, y, blur, colour }) => {
    const isBelow = isOpaque && x === 0 && y === 0 && blur === 0;
    return isBelow || blur > MOST_BLUR * px(fontSize) ? [] : [colour];
  });
}

/** The colours that fill transparent letters with the background of their element, or of the closest one around it. */
function filling(element: Element): Colours {
  for (let at: Element | undefined = element; at !== undefined; at = flatParent(at)) {
    const style = getComputedStyle(at);
    if (style.backgroundClip.includes('text')) return backgroundColours(style);
    if (hasBackground(style)) return [];
  }
  return [];
}

/** The colours of a thick underline over which the letters are drawn: behind them, if it is moved up there. */
function underlineBehind(style: CSSStyleDeclaration, below: Colours): Colours {
  if (!/underline|overline/u.test(style.textDecorationLine)) return below;
  const thickness = px(style.textDecorationThickness);
  const size = px(style.fontSize);
  if (thickness < COVERING_LINE * size) return below;
  const colour = parseColour(style.textDecorationColor);
  const isMoved = px(style.getPropertyValue('text-underline-offset')) < -0.5 * size;
  return paintOver(below, colour && [colour], !isMoved);
}

/** The shapes and the colours of a drawing (SVG). */
import { fade, parseColour } from './colours';
import { fewColours, type Colours } from './image-colours';
import { call, get, has } from '../dom/node-property';

/** A part of a drawing: the area of a shape, or its line. */
export interface DrawnShape {
  colours: Colours;
  hasPoint: (x: number, y: number) => boolean;
}

/** The areas and lines that are painted for an element of a drawing. */
export function drawnShapes(element: Element, style: CSSStyleDeclaration): DrawnShape[] {
  if (!isGeometry(element)) return [];
  const own = call(element, 'getScreenCTM');
  const matrix = own && DOMMatrix.fromMatrix(own).inverse();
  if (!matrix || Number.isNaN(matrix.a)) return []; // drawn without an area
  const shape = (which: 'fill' | 'stroke', method: 'isPointInFill' | 'isPointInStroke'): DrawnShape => ({
    colours: drawingColours(element, style, which),
    hasPoint: (x, y) => call(element, method, new DOMPoint(x, y).matrixTransform(matrix)),
  });
  return [shape('fill', 'isPointInFill'), shape('stroke', 'isPointInStroke')].filter(
    ({ colours }) => colours?.every(({ alpha }) => alpha === 0) !== true,
  );
}

export function isGeometry(element: Element): element is SVGGeometryElement {
  return (
    /^(?:rect|path|circle|ellipse|polygon|line|polyline)$/u.test(get(element, 'localName')) &&
    has(element, 'isPointInFill')
  );
}

/** The colours of the areas or lines of a drawing: one, those of a gradient, or those that replace one that is missing. */
export function drawingColours(
  element: Element,
  style: CSSStyleDeclaration,
  which: 'fill' | 'stroke',
): Colours {
  const [, id, fallback = ''] = /^url\("?#([^"()]+)"?\) ?(.*)$/u.exec(style[which]) ?? [];
  const opacity = Number(style[`${which}Opacity`]);
  const server = id === undefined ? null : call(get(element, 'ownerDocument'), 'getElementById', id);
  if (server !== null) return gradientStops(server)?.map((colour) => fade(colour, opacity));
  const text = id === undefined ? style[which] : fallback || 'none';
  if (text === 'none') return [];
  const colour = parseColour(text);
  return colour && [fade(colour, opacity)];
}

function gradientStops(gradient: Element): Colours {
  if (!/^(?:linear|radial)Gradient$/u.test(get(gradient, 'localName'))) return undefined;
  const stops = [...get(gradient, 'children')].map((stop) => {
    const { stopColor, stopOpacity } = getComputedStyle(stop);
    const colour = parseColour(stopColor);
    return colour && fade(colour, Number(stopOpacity));
  });
  return fewColours(stops);
}

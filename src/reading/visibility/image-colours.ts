import type { Box, Point } from './clipping-boxes';
import { allKnown, blend, CLEAR, colourTexts, parseColour, type Colour } from './colours';
import { areFewLayers, backgroundLayers, gradientAt, readBoxes } from './picture-layers';
import type { Tiling } from './tile';

/** The colours that a place may have, one of them; `undefined` if they are not known, as in a picture. */
export type Colours = readonly Colour[] | undefined;

const MOST_COLOURS = 12;

/** Paints over what may be there. `mayMiss`: what is painted may not cover the place. */
export function paintOver(below: Colours, above: Colours, mayMiss = false): Colours {
  if (above !== undefined && !mayMiss && above.every(({ alpha }) => alpha > 0.99)) return above;
  if (above === undefined || below === undefined) return undefined;
  const painted = above.flatMap((colour) => below.map((each) => blend(colour, each)));
  const all = mayMiss ? [...below, ...painted] : painted;
  const different = new Map(all.map((colour) => [keyOf(colour), colour]));
  return different.size > MOST_COLOURS ? undefined : [...different.values()];
}

function keyOf({ red, green, blue, alpha }: Colour): string {
  return [red, green, blue, alpha * 100].map(Math.round).join();
}

/** A point of the viewport, and the border box of an element around it. */
export interface BackgroundPlace {
  box: Box;
  point: Point;
}

export function hasBackground({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' || parseColour(backgroundColor)?.alpha !== 0;
}

/** The colours of the background of an element, with its images. A gradient has any of its colours everywhere. */
export function backgroundColours(style: CSSStyleDeclaration): Colours {
  return readBackground(style)();
}

/** Reads a background once, so that its colours can be asked for at many places; without a place, those of all of it. */
export function readBackground(style: CSSStyleDeclaration): (place?: BackgroundPlace) => Colours {
  const colour = parseColour(style.backgroundColor);
  const base: Colours = colour && [colour];
  if (style.backgroundImage === 'none') return () => base;
  if (/[^, ]/u.test(style.backgroundBlendMode.replaceAll('normal', ''))) return () => undefined;
  const layers = backgroundLayers(style);
  const isPlaced =
    areFewLayers(style.backgroundImage, layers) && !style.backgroundAttachment.includes('fixed');
  const boxesOf = readBoxes(style);
  return (place) => {
    const boxes = isPlaced && place ? boxesOf(place.box) : {};
    return layers.reduceRight<Colours>((below, layer) => {
      if (/(?:^| )0(?:px|%)/u.test(layer.size)) return below;
      const shown = place && gradientAt(layer, boxes, place.point);
      if (shown === null) return below;
      if (shown) return paintOver(below, [shown]);
      return paintOver(below, gradientColours(layer.image), !fillsBox(layer));
    }, base);
  };
}

function fillsBox({ size, repeat, position }: Tiling): boolean {
  if (/^repeat(?: repeat)?$/u.test(repeat)) return true;
  return (
    /^(?:auto(?: auto)?|cover|100%(?: 100%| auto)?)$/u.test(size) && /^(?:0(?:px|%) ?){2}$/u.test(position)
  );
}

/** The colours of a gradient; `undefined` for another picture. */
export function gradientColours(image: string): Colours {
  if (image === 'none') return [CLEAR];
  if (!/^(?:repeating-)?(?:linear|radial|conic)-gradient\(/u.test(image)) return undefined;
  return fewColours(colourTexts(image).map(parseColour));
}

/** The colours of a gradient's stops, if all are known and there are few. */
export function fewColours(stops: readonly (Colour | undefined)[]): Colours {
  return stops.length === 0 || stops.length > MOST_COLOURS ? undefined : allKnown(stops);
}

import type { Box, Point } from './clipping-boxes';
import { blend, CLEAR, contrastOf, fade, filterColour, mixColours, type Colour } from './colours';
import { paintOver, type Colours } from './image-colours';
import type { Letters } from './letters';
import { coloursAt, isCover, presenceOf, type Paint } from './paint';
import type { BlendGroup, Surroundings } from './surroundings';

/** With less contrast than this, text cannot be read (by WCAG's measure; 1 is no contrast). */
const LEAST_CONTRAST = 1.1;
/** Used if the colour behind is unknown. */
const LEAST_OPACITY = 0.05;
/** Beyond so many pairs the colours count as unknown: each gradient above the words multiplies them. */
const MOST_PAIRS = 2_000;

/** A box of text, and what is painted there. */
export interface DrawnText {
  letters: Letters;
  around: Surroundings;
  box: Box;
  below: readonly Paint[];
  above: readonly Paint[];
  page: { canvas: Colours; isCanvasPainted: boolean; isComplete: boolean };
}

/** A pixel without a letter and the same one with it. */
interface Pair {
  behind: Colour;
  drawn: Colour;
}

/** Whether a letter at a point differs from what is around it. An unknown background counts as a different colour. */
export function isLegible(text: DrawnText, point: Point): boolean {
  const inks = inksOf(text);
  const above = text.above
    .filter((paint) => presenceOf(paint, point, text) === 'there')
    .map((paint) => ({ paint, colours: coloursAt(paint, point, text) }));
  const { group: own } = text.around;
  if (above.some(({ paint, colours }) => isCover(paint, colours, !contains(own, paint.group)))) return false;
  if (inks === undefined) return true;
  let pairs = pairsAt(text, inks, point);
  if (pairs === undefined) return inks.some(({ alpha }) => alpha > LEAST_OPACITY);
  let veil: Colours = [CLEAR];
  for (const [at, { paint, colours }] of above.entries()) {
    const { group, filterBehind } = paint;
    pairs = pairs.map(({ behind, drawn }) => ({ behind: filterBehind(behind), drawn: filterBehind(drawn) }));
    veil = paintOver(veil, colours);
    if (group !== undefined && above[at + 1]?.paint.group === group) continue; // they are blended as a whole
    const isKnown = group === undefined || (own ?? group.outer) === undefined;
    if (isKnown && veil !== undefined) {
      if (pairs.length * veil.length > MOST_PAIRS) return true;
      pairs = cover(pairs, veil, group?.mode);
    }
    veil = [CLEAR];
  }
  return pairs.some(({ behind, drawn }) => contrastOf(drawn, behind) >= LEAST_CONTRAST);
}

function cover(pairs: readonly Pair[], veil: readonly Colour[], mode: string | undefined): Pair[] {
  return veil.flatMap((colour) =>
    pairs.map(({ behind, drawn }) => ({
      behind: mixColours(colour, behind, mode),
      drawn: mixColours(colour, drawn, mode),
    })),
  );
}

function inksOf({ letters, around }: DrawnText): readonly Colour[] | undefined {
  const { filters, opacity } = around;
  return letters.inks?.map((ink) => fade(filters.reduce(filterColour, ink), opacity));
}

function pairsAt(text: DrawnText, inks: readonly Colour[], point: Point): Pair[] | undefined {
  const { below, letters, around, page } = text;
  if (!page.isComplete) return undefined;
  const { group } = around;
  // Browsers blend with nothing where the page paints nothing; other ones might blend with the canvas.
  const isBare = group !== undefined && !page.isCanvasPainted;
  let [outside, inside]: [Colours, Colours] = [
    isBare ? page.canvas && [...page.canvas, CLEAR] : page.canvas,
    [CLEAR],
  ];
  for (const paint of below) {
    const presence = presenceOf(paint, point, text);
    if (presence === 'absent') continue;
    const mayMiss = presence === 'perhaps';
    const colours = mayMiss ? paint.colours : coloursAt(paint, point, text);
    if (group !== undefined && contains(paint.group, group)) inside = paintOver(inside, colours, mayMiss);
    else outside = paintOver(outside, contains(group, paint.group) ? colours : undefined, mayMiss);
  }
  const background = letters.background?.map((colour) => around.filters.reduce(filterColour, colour));
  inside = paintOver(inside, background);
  if (inside === undefined) return undefined;
  if (outside === undefined)
    return group === undefined && inside.every(isSolid) ? over(inside, inks) : undefined;
  const [canvas = CLEAR] = page.canvas ?? [];
  const mix = (colour: Colour, base: Colour) => blend(mixColours(colour, base, group?.mode), canvas);
  return outside.flatMap((base) =>
    over(inside, inks).map(({ behind, drawn }) => ({ behind: mix(behind, base), drawn: mix(drawn, base) })),
  );
}

function isSolid({ alpha }: Colour): boolean {
  return alpha > 0.99;
}

function over(colours: readonly Colour[], inks: readonly Colour[]): Pair[] {
  return colours.flatMap((behind) => inks.map((ink) => ({ behind, drawn: blend(ink, behind) })));
}

/** Whether a blend group is another one or inside it. Everything is inside `undefined`. */
function contains(inner: BlendGroup | undefined, outer: BlendGroup | undefined): boolean {
  for (let at = inner; at !== undefined; at = at.outer) if (at === outer) return true;
  return outer === undefined;
}

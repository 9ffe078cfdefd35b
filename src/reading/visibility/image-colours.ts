import { blend, colourTexts, parseColour, type Colour } from './colours';

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

/** The colours of the background of an element, with its images. A gradient has any of its colours everywhere. */
export function backgroundColours(style: CSSStyleDeclaration): Colours {
  const colour = parseColour(style.backgroundColor);
  const base: Colours = colour && [colour];
  if (style.backgroundImage === 'none') return base;
  const [images, sizes, repeats, positions] = [
    style.backgroundImage.replace(/url\("[^"]*"\)/gu, 'url()'),
    style.backgroundSize,
    style.backgroundRepeat,
    style.backgroundPosition,
  ].map(splitList);
  if (!images || !sizes || !repeats || !positions) return undefined;
  return images.reduceRight<Colours>((below, image, at) => {
    const size = sizes[at % sizes.length] ?? '';
    if (/(?:^| )0(?:px|%)/u.test(size)) return below;
    const repeat = repeats[at % repeats.length] ?? '';
    const position = positions[at % positions.length] ?? '';
    return paintOver(below, gradientColours(image), !fillsBox(size, repeat, position));
  }, base);
}

function fillsBox(size: string, repeat: string, position: string): boolean {
  if (/^repeat(?: repeat)?$/u.test(repeat)) return true;
  return (
    /^(?:auto(?: auto)?|cover|100%(?: 100%| auto)?)$/u.test(size) && /^(?:0(?:px|%) ?){2}$/u.test(position)
  );
}

/** The colours of a gradient; `undefined` for another picture. */
function gradientColours(image: string): Colours {
  if (image === 'none') return [{ red: 0, green: 0, blue: 0, alpha: 0 }];
  if (!/^(?:repeating-)?(?:linear|radial|conic)-gradient\(/u.test(image)) return undefined;
  const colours = colourTexts(image).map(parseColour);
  const known = colours.filter((colour) => colour !== undefined);
  return known.length === 0 || known.length < colours.length || known.length > MOST_COLOURS
    ? undefined
    : known;
}

/** Splits at the commas outside brackets. */
export function splitList(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts.map((part) => part.trim());
}

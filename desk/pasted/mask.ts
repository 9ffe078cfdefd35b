import { argumentsOf, LEAST_OPACITY, luminanceOf, readColours, splitOutside } from './stated-colours';
import { shareOf } from './lengths';

/** Whether the mask of an element leaves nothing of it. What a picture leaves is not known. */
export function isMaskedAway({ maskImage, maskSize, maskMode }: CSSStyleDeclaration): boolean {
  if (maskImage === '' || maskImage === 'none') return false;
  if (/(?:^|, )0(?:px|%)|\b0(?:px|%)(?:$|,)/u.test(maskSize)) return true;
  const isLuminance = maskMode.includes('luminance');
  return splitOutside(maskImage, ',').every((layer) => isEmptyGradient(layer, isLuminance));
}

interface Stop {
  /** How much of an element it leaves, from 0 to 1. */
  share: number;
  /** From 0 to 1; not a number where it is not written as a percentage. */
  first: number;
  last: number;
}

function isEmptyGradient(image: string, isLuminance: boolean): boolean {
  if (!/^(?:repeating-)?(?:linear|radial|conic)-gradient\(/u.test(image)) return false;
  const stops = argumentsOf(image).flatMap((part) => stopIn(part, isLuminance));
  const isShown = (_: Stop, at: number) =>
    !(Number(stops[at - 1]?.last) > 0.99) && !(Number(stops[at + 1]?.first) < 0.01);
  return stops.length > 0 && stops.filter(isShown).every(({ share }) => share < LEAST_OPACITY);
}

/** `[]` for a part of a gradient without a colour, as its direction. */
function stopIn(part: string, isLuminance: boolean): Stop[] {
  const words = splitOutside(part, ' ');
  const colours = words.map((word) => readColours(word)).find((each) => each !== undefined);
  if (colours === undefined) return [];
  const places = words.filter((word) => /^-?[\d.]+%$/u.test(word)).map(shareOf);
  const shares = colours.map((colour) => colour[3] * (isLuminance ? luminanceOf(colour) : 1));
  return [{ share: Math.min(...shares), first: places[0] ?? Number.NaN, last: places.at(-1) ?? Number.NaN }];
}

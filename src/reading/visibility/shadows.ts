import { colourTexts, parseColour, type Colour } from './colours';
import { splitList } from './split-list';

/** A shadow of a box or of letters; lengths in pixels. */
export interface Shadow {
  x: number;
  y: number;
  blur: number;
  spread: number;
  /** `undefined` if this browser cannot draw it. */
  colour: Colour | undefined;
  isInset: boolean;
}

/** Reads the computed value of `box-shadow` or `text-shadow`. The first shadow is on top. */
export function readShadows(value: string): Shadow[] {
  if (value === 'none' || value === '') return [];
  return splitList(value).map((text) => {
    const [colour = ''] = colourTexts(text);
    const words = text.replace(colour, '').trim().split(' ');
    const lengths = words.filter((word) => word.endsWith('px')).map(Number.parseFloat);
    const [x = 0, y = 0, blur = 0, spread = 0] = lengths;
    return { x, y, blur, spread, colour: parseColour(colour), isInset: words.includes('inset') };
  });
}

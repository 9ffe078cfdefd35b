import { isLegibleOn, type SchemeColours, type StatedColour } from './stated-colours';

/** How `mix-blend-mode` mixes a part of a colour (from 0 to 1) with the same part of the colour behind it. */
const MIXING: Readonly<Record<string, (above: number, behind: number) => number>> = {
  multiply: (above, behind) => above * behind,
  screen: (above, behind) => above + behind - above * behind,
  darken: Math.min,
  lighten: Math.max,
  difference: (above, behind) => Math.abs(above - behind),
  exclusion: (above, behind) => above + behind - 2 * above * behind,
  'plus-lighter': (above, behind) => Math.min(1, above + behind),
  'color-dodge': (above, behind) => (behind === 0 ? 0 : Math.min(1, behind / (1 - above))),
  'color-burn': (above, behind) => (behind === 1 ? 1 : 1 - Math.min(1, (1 - behind) / above)),
  'hard-light': (above, behind) => light(above, behind),
  overlay: (above, behind) => light(behind, above),
  'soft-light': (above, behind) =>
    behind + (2 * above - 1) * (above > 0.5 ? Math.sqrt(behind) - behind : behind - behind ** 2),
};

const light = (lamp: number, lit: number) => (lamp > 0.5 ? 1 - 2 * (1 - lamp) * (1 - lit) : 2 * lamp * lit);

const WHITE: StatedColour = [255, 255, 255, 1];
const BLACK: StatedColour = [0, 0, 0, 1];

/** Whether letters can be read that are mixed with their background; if it is not known, with either of white and black. */
export function isLegibleBlended(
  mode: string,
  background: SchemeColours | undefined,
  colours: SchemeColours,
): boolean {
  const mix = MIXING[mode];
  if (mix === undefined) return true;
  const backgrounds: SchemeColours[] =
    background === undefined
      ? [
          [WHITE, WHITE],
          [BLACK, BLACK],
        ]
      : [background];
  return backgrounds.some((behind) =>
    isLegibleOn(behind, [blended(mix, colours[0], behind[0]), blended(mix, colours[1], behind[1])]),
  );
}

function blended(
  mix: (above: number, behind: number) => number,
  [red, green, blue, alpha]: StatedColour,
  [behindRed, behindGreen, behindBlue]: StatedColour,
): StatedColour {
  const part = (above: number, behind: number) => 255 * mix(above / 255, behind / 255);
  return [part(red, behindRed), part(green, behindGreen), part(blue, behindBlue), alpha];
}

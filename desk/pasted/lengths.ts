/** In pixels. Nothing that is seen is moved this far beyond the start of the page. */
export const FAR = 900;

const PIXELS: Readonly<Record<string, number>> = {
  ...{ px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, q: 0.945 },
  ...{ em: 16, rem: 16, ex: 8, rex: 8, ch: 8, rch: 8, cap: 11, rcap: 11, ic: 16, ric: 16, lh: 20, rlh: 20 },
  ...{ vw: 10, vh: 10, vi: 10, vb: 10, vmin: 10, vmax: 10 },
  '%': FAR / 100,
};

/** About how many pixels a length is; `NaN` if none is stated, or if it has to be calculated. */
export function pixelsOf(length: string): number {
  const [, number, unit = 'px'] = /^(?:calc\()?(-?[\d.]+(?:e[+-]?\d+)?)([a-z]+|%)?\)?$/iu.exec(length) ?? [];
  return Number(number) * (PIXELS[unit.toLowerCase().replace(/^(?:[dls]v|cq)/u, 'v')] ?? Number.NaN);
}

/** A number or a percentage as a number; `NaN` if none is stated. */
export function shareOf(text: string): number {
  return Number.parseFloat(text.replace('calc(', '')) / (text.includes('%') ? 100 : 1);
}

/** Lengths as computed styles write them, in pixels. */

/** 0 for a word that is no length. */
export function px(length: string): number {
  return Number.parseFloat(length) || 0;
}

/** Not a number for a length that is neither plain nor a sum, such as `1e-8px` and `100%-1px`. */
export function usedLength(word: string, whole: number): number {
  const parts = word.split(/(?<!e)(?=[-+])/u).map((part) => {
    const [, number = NaN, unit] = /^([-+]?[\d.]+(?:e-?\d+)?)(px|%)?$/u.exec(part) ?? [];
    return unit === '%' ? (whole * Number(number)) / 100 : Number(number);
  });
  return parts.reduce((sum, part) => sum + part);
}

/** How much larger an element is drawn than it is laid out. */
export function layoutScaleOf(element: Element, width: number): number {
  const own = (element as Partial<HTMLElement>).offsetWidth ?? 0;
  return own > 0 && width > 0 ? width / own : 1;
}

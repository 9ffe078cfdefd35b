/** The statistics of several measurements. */
export interface Figures {
  median: number;
  /** 90 % took at most this. */
  p90: number;
  /** 95 % took at most this. */
  p95: number;
  /** The greatest value. */
  most: number;
}

export function figuresOf(values: readonly number[]): Figures {
  return {
    median: quantile(values, 0.5),
    p90: quantile(values, 0.9),
    p95: quantile(values, 0.95),
    most: Math.max(...values),
  };
}

/** Nearest rank: returns one of the measured values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('Nothing was measured');
  return value;
}

/** What is told of many measurements of one thing. */
export interface Figures {
  median: number;
  /** Nine of ten took no longer. */
  p90: number;
  /** Nineteen of twenty. */
  p95: number;
  /** The greatest. */
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

/** Nearest rank: one of the measured values itself. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('Nothing was measured');
  return value;
}

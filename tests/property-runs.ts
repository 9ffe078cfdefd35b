/**
 * How many inputs a property test tries: RUNS if it is set; otherwise a tenth of the usual number in `npm run check`, which sets
 * QUICK; otherwise the usual number.
 */
export function runsOf(usual: number): number {
  const { RUNS, QUICK } = import.meta.env as { RUNS?: string; QUICK?: string };
  if (RUNS !== undefined) return Number(RUNS);
  return QUICK === undefined ? usual : Math.ceil(usual / 10);
}

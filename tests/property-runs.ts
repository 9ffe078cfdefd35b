/**
 * How many inputs a property test tries: as many as RUNS says, where it is set; a tenth of the usual in `npm run check`, which
 * sets QUICK; else the usual.
 */
export function runsOf(usual: number): number {
  const { RUNS, QUICK } = import.meta.env as { RUNS?: string; QUICK?: string };
  if (RUNS !== undefined) return Number(RUNS);
  return QUICK === undefined ? usual : Math.ceil(usual / 10);
}

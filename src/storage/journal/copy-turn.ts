/** A power failure damages files of the last 5 s. A place that was not written for this many milliseconds is at rest. */
export const QUIET = 7_000;

/**
 * How many milliseconds upkeep must wait before it may write to a place, if the other places were last written so many milliseconds
 * ago. One of them must be at rest, so that a power failure spares its list of names.
 */
export function waitForTurn(sinceOthers: readonly number[]): number {
  return Math.max(0, QUIET - Math.max(...sinceOthers));
}

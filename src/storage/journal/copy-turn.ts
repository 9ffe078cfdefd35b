/** A power failure damages files of the last 5 s. A place that was not written for this many milliseconds is at rest. */
export const QUIET = 6_000;

/**
 * How many milliseconds upkeep must wait before it may write to a place, if the others were last written so many milliseconds ago.
 * Writes to different places are so far apart that one place is always at rest, whose list of names a power failure spares.
 */
export function waitForTurn(sinceOthers: readonly number[]): number {
  return Math.max(0, QUIET / sinceOthers.length - Math.min(...sinceOthers));
}

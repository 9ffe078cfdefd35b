/** A power failure damages files of the last 5 s. A place that was not written for this many milliseconds is at rest. */
export const QUIET = 6_000;

/** How long a turn is, in milliseconds. All turns but two take as long as `QUIET`, so one of the places was not written in that time. */
export function turnOf(places: number): number {
  return QUIET / (places - 2);
}

/**
 * Which of several places may be written at a time (milliseconds since 1970). Only time decides, so that all pages and the worker agree. The list of
 * names of one place is always at rest, so that a power failure spares it, and has everything that was saved a turn and `QUIET` before.
 */
export function turnAt(now: number, places: number): number {
  return Math.floor(now / turnOf(places)) % places;
}

/** How many milliseconds until a place may be written; 0 while it may. */
export function waitForTurn(place: number, places: number, now: number): number {
  const turns = (place - turnAt(now, places) + places) % places;
  return turns === 0 ? 0 : turns * turnOf(places) - (now % turnOf(places));
}

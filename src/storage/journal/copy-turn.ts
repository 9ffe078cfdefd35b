/** A power failure damages files of the last 5 s. A place that was not written for this many milliseconds is at rest. */
export const QUIET = 6_000;

/**
 * How long a turn is, in milliseconds. All turns but three take as long as `QUIET`, so two places were not written in that time. One of them may lack
 * what the others have, because the page ended when it had recorded its turn.
 */
export function turnOf(places: number): number {
  return QUIET / (places - 3);
}

/** A time in which only one of several places is written. Each place records its last one. */
export interface Turn {
  /** Turns are in the order of their numbers, so a clock that was set back changes nothing. */
  number: number;
  /** In milliseconds since 1970. */
  begunAt: number;
}

/** That of a place which was never written, or was cleared. */
const NONE: Turn = { number: 0, begunAt: 0 };

const NAME = /^turn-(\d+)-(\d+)$/u;

/** The name of the empty file that records it. */
export function nameTurn({ number, begunAt }: Turn): string {
  return `turn-${number}-${begunAt}`;
}

export function isTurn(name: string): boolean {
  return NAME.test(name);
}

/** The last turn of a place with files of these names. */
export function lastTurn(names: readonly string[]): Turn {
  return latest(
    names.flatMap((name) => {
      const [, number, begunAt] = NAME.exec(name) ?? [];
      return number === undefined ? [] : { number: Number(number), begunAt: Number(begunAt) };
    }),
  );
}

/** The turn that has not ended at `now`, if `turns` are the last ones of all places and each turn lasts `duration` milliseconds. */
export function runningTurn(turns: readonly Turn[], duration: number, now: number): Turn | undefined {
  const last = latest(turns);
  const isRunning = last !== NONE && now >= last.begunAt && now < last.begunAt + duration;
  return isRunning ? last : undefined;
}

/** The turn that begins at `now`. */
export function nextTurn(turns: readonly Turn[], now: number): Turn {
  return { number: latest(turns).number + 1, begunAt: now };
}

function latest(turns: readonly Turn[]): Turn {
  return turns.reduce((one, other) => (other.number > one.number ? other : one), NONE);
}

/** A time in which only one of several places is written. Each place records its last one. */
export interface RecordedTurn {
  /** Turns are in the order of their numbers, so a clock that was set back changes nothing. */
  number: number;
  /** In milliseconds since 1970. */
  begunAt: number;
}

/** That of a place which was never written, or was cleared. */
const NONE: RecordedTurn = { number: 0, begunAt: 0 };

const NAME = /^turn-(\d+)-(\d+)$/u;

/** The name of the empty file that records it. */
export function nameTurn({ number, begunAt }: RecordedTurn): string {
  return `turn-${number}-${begunAt}`;
}

export function isTurn(name: string): boolean {
  return NAME.test(name);
}

/** The last turn of a place with files of these names. */
export function lastTurn(names: readonly string[]): RecordedTurn {
  return latest(
    names.flatMap((name) => {
      const [, number, begunAt] = NAME.exec(name) ?? [];
      return number === undefined ? [] : { number: Number(number), begunAt: Number(begunAt) };
    }),
  );
}

/** The turn that has not ended at `now`, if `turns` are the last ones of all places and each turn lasts `duration` milliseconds. */
export function runningTurn(
  turns: readonly RecordedTurn[],
  duration: number,
  now: number,
): RecordedTurn | undefined {
  const last = latest(turns);
  const isRunning = last !== NONE && now >= last.begunAt && now < last.begunAt + duration;
  return isRunning ? last : undefined;
}

/** The turn that begins at `now`. */
export function nextTurn(turns: readonly RecordedTurn[], now: number): RecordedTurn {
  return { number: latest(turns).number + 1, begunAt: now };
}

function latest(turns: readonly RecordedTurn[]): RecordedTurn {
  return turns.reduce((one, other) => (other.number > one.number ? other : one), NONE);
}

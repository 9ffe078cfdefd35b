import { filesToCarry, isUnfinished, type CopyFile } from './copy-file';
import { isPassing, unlessRefused, type CopyPlace, type TurnPlace } from './copy-place';
import { isTurn, lastTurn, nameTurn, nextTurn, runningTurn, turnOf, type Turn } from './copy-turn';
import { readSave } from './save-file';

/** What upkeep changes in one place. */
export interface PlaceChange {
  /** The place can no longer list its files and must be cleared. */
  isBroken?: boolean;
  added?: ReadonlyMap<string, string | Blob>;
  removed?: readonly string[];
}

/** Returns milliseconds since 1970. */
export type Clock = () => number;

/** When a place may be written, as far as is known. */
export interface PlaceTurn {
  place: CopyPlace;
  /** In milliseconds from now. */
  wait: number;
  /**
   * Changes the place, or only waits if something was saved meanwhile and it must not be written any more. Returns `false` if it cannot be
   * cleared.
   */
  change: (change: PlaceChange, clock: Clock) => Promise<boolean>;
}

/** Which of several places may be written when, so that one is always at rest. */
export interface CopyTurns {
  /** Writes a file into the place whose turn it is. */
  write: (name: string, content: string | Blob) => Promise<void>;
  /** Looks at the places for a write that follows soon, which then takes less time. */
  prepare: () => Promise<unknown>;
  /** Resolves when what is being written has been written. Rejects with a `TimeoutError` if that takes too long. */
  finish: () => Promise<void>;
  /** All places that answer, the one to be written first at the beginning. To be called before anything else is read of them. */
  read: (now: number) => Promise<PlaceTurn[]>;
}

/** A place is at rest when so many turns have passed since its own began: one more than necessary, in case the clock was set back by a second or two. */
const REST = 2;

/** Runs one work at a time, of all pages and the worker. */
export type Exclusively = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** What a place has. */
interface Look {
  place: TurnPlace;
  names: readonly string[];
  turn: Turn;
  /** It can no longer list its files. */
  isBroken: boolean;
}

/** What all places that answer have, in the order in which they may be written. */
interface Looks {
  all: readonly Look[];
  running: Turn | undefined;
  next: Turn;
  /** Milliseconds until the running turn ends. */
  rest: number;
}

/**
 * Each turn writes the place whose last turn was the longest ago, and this place receives with it what only others have. So whatever happens
 * between two saves, a place that alone has a save is not written again before all others have that save. A place that was cleared
 * receives old files, which most others have, in parts.
 */
export function copyTurns(places: readonly TurnPlace[], exclusively: Exclusively): CopyTurns {
  const duration = turnOf(places.length);
  /** What the places have that were at rest: nobody writes them before their next turn. */
  const known = new Map<TurnPlace, Look>();
  const lookAtAll = async (clock: Clock): Promise<Looks> => {
    const all = (await Promise.all(places.map((place) => lookAgain(place, known.get(place))))).filter(
      (each) => each !== undefined,
    );
    const turns = all.map(({ turn }) => turn);
    const now = clock();
    known.clear();
    for (const each of all)
      if (each.turn.number > 0 && now >= each.turn.begunAt + REST * duration) known.set(each.place, each);
    const running = runningTurn(turns, duration, now);
    const order = (turn: Turn) => (turn === running ? -1 : turn.number);
    all.sort((one, other) => order(one.turn) - order(other.turn));
    return { all, running, next: nextTurn(turns, now), rest: running ? running.begunAt + duration - now : 0 };
  };
  const finish = () => exclusively(() => Promise.resolve());
  const waitFor = (turn: Turn, { running, rest }: Looks) => (turn === running ? 0 : rest);
  return {
    write: (name, content) =>
      exclusively(async () => {
        const looks = await lookAtAll(Date.now);
        let refusal: unknown = new DOMException('No place of the copy answers', 'TimeoutError');
        for (const each of looks.all)
          try {
            if (await changePlace(each, { added: new Map([[name, content]]) }, looks)) return;
          } catch (error) {
            refusal = error;
          }
        throw refusal;
      }),
    prepare: async () => {
      await finish(); // what is being written may belong to a place that looks as if it were at rest
      await lookAtAll(Date.now);
    },
    finish,
    read: async (now) => {
      const looks = await lookAtAll(() => now);
      return looks.all.map(({ place, turn }) => ({
        place,
        wait: waitFor(turn, looks),
        change: (change, clock) =>
          exclusively(async () => {
            const later = await lookAtAll(clock);
            const found = later.all.find((each) => each.place === place);
            if (found === undefined) return false;
            const isAsRead = found.turn.number === turn.number && turn !== looks.running;
            // What was saved here in a turn that has ended meanwhile may be nowhere else.
            const isOver = !isAsRead && found.turn !== later.running;
            return isOver || waitFor(found.turn, later) > 0 || changePlace(found, change, later);
          }),
      }));
    },
  };
}

/**
 * What the place has; `undefined` if it does not answer. To list all names takes Chromium several milliseconds for each hundred, so a place
 * that was at rest and has had no turn since is not listed again.
 */
async function lookAgain(place: TurnPlace, known: Look | undefined): Promise<Look | undefined> {
  if (known !== undefined && (await place.has(nameTurn(known.turn)))) return known;
  try {
    const names = await place.names();
    return { place, names, turn: lastTurn(names), isBroken: false };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return isPassing(error) ? undefined : { place, names: [], turn: lastTurn([]), isBroken: true };
  }
}

/** Changes a place, together with what it lacks and the record of its turn. */
async function changePlace(
  { place, names, turn, isBroken }: Look,
  { added = new Map(), removed = [] }: PlaceChange,
  { all, running, next }: Looks,
): Promise<boolean> {
  if (isBroken && !(await renew(place))) return false;
  const others = all.filter((other) => other.place !== place);
  const carried = filesToCarry(
    names,
    others.map((other) => other.names),
  );
  const files = new Map<string, string | Blob>();
  const sources = others.map((other) => other.place);
  await Promise.all(
    carried.map(async (file) => {
      const content = await readIntact(sources, file);
      if (content !== undefined) files.set(file.name, content);
    }),
  );
  const record = nameTurn(turn === running ? turn : next);
  await place.replace(record, new Map([...added, ...files]), [
    ...removed,
    ...names.filter((name) => isUnfinished(name) || (isTurn(name) && name !== record)),
  ]);
  return true;
}

/** Clears the place, unless the browser refuses that as well. */
export async function renew(place: CopyPlace): Promise<boolean> {
  return (await unlessRefused(() => place.renew().then(() => true))) ?? false;
}

/** A damaged checkpoint is recognized when it is read as a whole. */
async function readIntact(
  places: readonly CopyPlace[],
  { kind, name }: CopyFile,
): Promise<string | Blob | undefined> {
  for (const place of places) {
    const file = await place.read(name);
    if (file === undefined) continue;
    if (kind === 'checkpoint' || kind === 'restored') return file.content;
    const text = await unlessRefused(() => file.content.text());
    if (text !== undefined && (await readSave(name, text)) !== undefined) return text;
  }
  return undefined;
}

import { filesToCarry, inOrder } from './copy-file';
import { unlessRefused, type CopyPlace } from './copy-place';
import { turnAt, waitForTurn } from './copy-turn';

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
  prepare?: () => Promise<unknown>;
  /** All places that answer, the one to be written first at the beginning. To be called before anything else is read of them. */
  read: (now: number) => Promise<PlaceTurn[]>;
}

/**
 * Only the clock decides, so that a save reads nothing before it is written. After a save, the place also receives
 * the saves that only others have: the next turns may pass without any page or worker that brings it up to date.
 */
export function clockTurns(places: readonly [CopyPlace, ...CopyPlace[]]): CopyTurns {
  const placeAt = (time: number) => places[turnAt(time, places.length)] ?? places[0];
  return {
    write: async (name, content) => {
      const place = placeAt(Date.now());
      await place.write(name, content);
      void carryTo(place, places, () => placeAt(Date.now()) === place).catch(() => undefined); // upkeep does it later
    },
    prepare: async () => placeAt(Date.now()).prepare?.(),
    read: (now) =>
      Promise.resolve(
        places.map((place, index) => ({
          place,
          wait: waitForTurn(index, places.length, now),
          change: (change) => changePlace(place, change),
        })),
      ),
  };
}

/** Copies saves that only other places have, while it is the turn of `place`. */
async function carryTo(place: CopyPlace, places: readonly CopyPlace[], isTurn: () => boolean): Promise<void> {
  const others = places.filter((other) => other !== place);
  const [here = [], ...elsewhere] = await Promise.all([place, ...others].map((each) => each.names()));
  for (const { kind, name } of filesToCarry(inOrder(here), inOrder(elsewhere.flat()))) {
    if (kind === 'checkpoint') continue; // it can be large
    const holder = others[elsewhere.findIndex((names) => names.includes(name))];
    const file = await holder?.read(name);
    if (file !== undefined && isTurn()) await place.write(name, file.content);
  }
}

export async function changePlace(
  place: CopyPlace,
  { isBroken = false, added = new Map(), removed = [] }: PlaceChange,
): Promise<boolean> {
  if (isBroken && !(await isRenewed(place))) return false;
  for (const name of removed) await place.remove(name);
  for (const [name, content] of added) await place.write(name, content);
  return true;
}

/** Clears the place, unless the browser refuses that as well. */
export async function isRenewed(place: CopyPlace): Promise<boolean> {
  return (await unlessRefused(() => place.renew().then(() => true))) ?? false;
}

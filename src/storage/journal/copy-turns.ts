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

/** Only the clock decides, so that a save reads nothing before it is written. */
export function clockTurns(places: readonly [CopyPlace, ...CopyPlace[]]): CopyTurns {
  const placeNow = () => places[turnAt(Date.now(), places.length)] ?? places[0];
  return {
    write: (name, content) => placeNow().write(name, content),
    prepare: async () => placeNow().prepare?.(),
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

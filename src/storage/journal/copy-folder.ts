import { storageBuckets } from '../database/replacement-database';
import { cachePlace } from './cache-place';
import { databasePlaces } from './database-place';
import { inOrder, type CopyFile } from './copy-file';
import { filePlaces } from './file-place';
import {
  isPassing,
  limitTime,
  limitTurnPlace,
  LONGEST,
  unlessRefused,
  type CopyPlace,
  type TurnPlace,
  type WrittenFile,
} from './copy-place';
import { copyTurns, renew, type CopyTurns, type PlaceChange, type PlaceTurn } from './copy-turns';

/** The second copy of one database: the same files in each of several places. */
export interface CopyFolder {
  /**
   * A save is written here before it resolves. Not in Firefox, which deletes everything that the origin has stored if the list of its caches is
   * torn, and writes that list with each file.
   */
  readonly cache?: CopyPlace;
  /**
   * Each receives everything in its turn, so that the list of one is always at rest. A save is also written into the one whose turn it is.
   * They are file systems in Chromium, and databases in Firefox.
   */
  readonly files: readonly [CopyPlace, ...CopyPlace[]];
  /** Those of `files`. */
  readonly turns: CopyTurns;
}

const opened = new Map<string, CopyFolder>();

/** A page or worker opens the places once, and remembers what they have. */
export function openFolder(databaseName: string): CopyFolder {
  const folder = opened.get(databaseName) ?? openPlaces(databaseName);
  opened.set(databaseName, folder);
  return folder;
}

function openPlaces(databaseName: string): CopyFolder {
  if (storageBuckets === undefined) return openInTurns(databaseName, databasePlaces(databaseName));
  return {
    ...openInTurns(databaseName, filePlaces(databaseName, storageBuckets)),
    cache: limitTime(cachePlace(`journal ${databaseName}`)),
  };
}

function openInTurns(databaseName: string, [first, ...others]: readonly [TurnPlace, ...TurnPlace[]]) {
  const files = [limitTurnPlace(first), ...others.map(limitTurnPlace)] as const;
  const turns = copyTurns(files, (work) =>
    navigator.locks.request(`clipsheet-copy-${databaseName}`, { signal: AbortSignal.timeout(LONGEST) }, work),
  );
  return { files, turns };
}

/** All files, in order. Throws if no place can list its files. */
export async function listFiles(folder: CopyFolder): Promise<CopyFile[]> {
  const lists = await Promise.allSettled(placesOf(folder).map((place) => place.names()));
  const given = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
  if (given.length === 0 && lists[0]?.status === 'rejected') throw lists[0].reason;
  return inOrder(given.flat());
}

/** The files of one place, in order; `undefined` if it can no longer list them. Throws if it may list them later. */
export async function listPlace(place: CopyPlace): Promise<CopyFile[] | undefined> {
  try {
    return inOrder(await place.names());
  } catch (error) {
    if (!(error instanceof DOMException) || isPassing(error)) throw error;
    return undefined;
  }
}

export type WritablePlace = Pick<CopyPlace, 'write' | 'prepare'>;

/** Writes a file into the first place, or if that refuses into the next one. */
export async function writeFile(
  [first, ...others]: readonly WritablePlace[],
  name: string,
  content: string | Blob,
): Promise<void> {
  try {
    await first?.write(name, content);
  } catch (error) {
    if (others.length === 0) throw error;
    await writeFile(others, name, content);
  }
}

/** The file from each place that has it. Some of them may be damaged. */
export async function* readFile(folder: CopyFolder, { name }: CopyFile): AsyncGenerator<WrittenFile> {
  for (const place of placesOf(folder)) {
    const file = await place.read(name);
    if (file !== undefined) yield file;
  }
}

/** A file that is still being written is removed afterwards. */
export async function removeFiles(folder: CopyFolder, files: readonly CopyFile[]): Promise<void> {
  await unlessRefused(() => folder.turns.finish());
  for (const { name } of files) await Promise.allSettled(placesOf(folder).map((place) => place.remove(name))); // what remains is removed the next time
}

/** Files first, because the browser reads only as much of them as is requested. */
export function placesOf({ cache, files }: CopyFolder): CopyPlace[] {
  return [...files, ...(cache ? [cache] : [])];
}

/** Where a file may be written now. */
export function placesNow({ cache, turns }: CopyFolder): WritablePlace[] {
  return [...(cache ? [cache] : []), turns];
}

/** Opens the places where a save that begins now will be written. */
export function prepareWrites(folder: CopyFolder): void {
  for (const place of placesNow(folder)) place.prepare?.().catch(() => undefined); // the write reports it
}

/** When upkeep may write each place. The list of the cache may be written at any time. */
export async function readTurns({ cache, turns }: CopyFolder, now: number): Promise<PlaceTurn[]> {
  const read = await turns.read(now);
  if (cache === undefined) return read;
  return [...read, { place: cache, wait: 0, change: (change) => changeCache(cache, change) }];
}

async function changeCache(
  cache: CopyPlace,
  { isBroken = false, added = new Map(), removed = [] }: PlaceChange,
): Promise<boolean> {
  if (isBroken && !(await renew(cache))) return false;
  for (const name of removed) await cache.remove(name);
  for (const [name, content] of added) await cache.write(name, content);
  return true;
}

/** How long a save waits for the second place when the first one has it, in milliseconds. */
const GRACE = 1_000;

/**
 * Writes a file into the cache and into the place whose turn it is; or, if both refuse, into any other. A place that does not answer is
 * written later. One place is not enough: a save that only the cache has is lost if its list and the database are torn later, whenever
 * it was made.
 */
export async function writeAtOnce(folder: CopyFolder, name: string, content: string): Promise<void> {
  const writes = placesNow(folder).map((place) => place.write(name, content));
  const isWritten = await Promise.any(writes).then(
    () => true,
    () => false,
  );
  if (!isWritten) await writeFile(folder.files, name, content);
  else await Promise.race([Promise.allSettled(writes), pause(GRACE)]);
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

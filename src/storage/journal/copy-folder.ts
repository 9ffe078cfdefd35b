import * as v from 'valibot';
import { storageBuckets } from '../database/database-bucket';
import { cachePlace } from './cache-place';
import { databasePlaces } from './database-place';
import { earlierPlaces, type EarlierPlaces } from './earlier-places';
import { filePlaces } from './file-place';
import { isPassing, limitTime, type CopyPlace, type WrittenFile } from './copy-place';
import { turnAt } from './copy-turn';

/**
 * The second copy of one database: the same files in each of several places. A file's name describes its content, so that most
 * questions can be answered from the list of names.
 */
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
  /** Only read, until the others have what is in them. Not in Chromium. */
  readonly earlier?: EarlierPlaces;
}

/**
 * One save; everything as it was after a save; which clips a save deleted for good, without their words; or a note that everything of
 * another generation was merged into this one, which is an empty file.
 */
export type CopyKind = v.InferOutput<typeof kindSchema>;
const KINDS = ['save', 'checkpoint', 'deleted', 'restored'] as const;
const kindSchema = v.picklist(KINDS);

export interface CopyName {
  kind: CopyKind;
  generation: string;
  number: number;
  id: string;
  /** The id of the save before it; for a checkpoint, its own id; for a note, the generation that was merged. */
  after: string;
  /** Something was deleted for good, so earlier copies must be removed soon. */
  isPurge: boolean;
}

export interface CopyFile extends CopyName {
  name: string;
}

const NAME = /^(\w+)\.(\w+)\.(\d{12})\.(\w+)\.(\w+)(\.purge)?$/u;

export function nameCopyFile({ kind, generation, number, id, after, isPurge }: CopyName): string {
  const place = String(number).padStart(12, '0');
  return `${kind}.${generation}.${place}.${id}.${after}${isPurge ? '.purge' : ''}`;
}

export function openFolder(databaseName: string): CopyFolder {
  if (storageBuckets !== undefined)
    return {
      cache: limitTime(cachePlace(`journal ${databaseName}`)),
      files: inTime(filePlaces(databaseName, storageBuckets)),
    };
  const files = inTime(databasePlaces(databaseName));
  return { files, earlier: earlierPlaces(databaseName, files) };
}

function inTime([first, ...others]: CopyFolder['files']): CopyFolder['files'] {
  return [limitTime(first), ...others.map(limitTime)];
}

/** All files, in order. Throws if no place can list its files. */
export async function listFiles(folder: CopyFolder): Promise<CopyFile[]> {
  const lists = await Promise.allSettled(readPlaces(folder).map((place) => place.names()));
  const given = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
  const own = lists.slice(0, placesOf(folder).length);
  if (own[0]?.status === 'rejected' && own.every(({ status }) => status === 'rejected')) throw own[0].reason;
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

/** Without duplicates, in the order of their numbers, whatever their generation. */
export function inOrder(names: readonly string[]): CopyFile[] {
  return [...new Set(names)]
    .flatMap((name) => parseName(name) ?? [])
    .sort((one, other) => one.number - other.number);
}

function parseName(name: string): CopyFile | undefined {
  const [, kind, generation = '', number, id = '', after = '', purge] = NAME.exec(name) ?? [];
  if (!v.is(kindSchema, kind)) return undefined;
  return { name, kind, generation, number: Number(number), id, after, isPurge: purge !== undefined };
}

/** Writes a file into the first place, or if that refuses into the next one. */
export async function writeFile(
  [first, ...others]: readonly CopyPlace[],
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
  for (const place of readPlaces(folder)) {
    const file = await place.read(name);
    if (file !== undefined) yield file;
  }
}

export async function removeFiles(folder: CopyFolder, files: readonly CopyFile[]): Promise<void> {
  for (const { name } of files) await Promise.allSettled(placesOf(folder).map((place) => place.remove(name))); // what remains is removed the next time
}

/** Files first, because the browser reads only as much of them as is requested. */
export function placesOf({ cache, files }: CopyFolder): CopyPlace[] {
  return [...files, ...(cache ? [cache] : [])];
}

/** Also those that are no longer written. */
export function readPlaces(folder: CopyFolder): CopyPlace[] {
  return [...placesOf(folder), ...(folder.earlier?.places ?? [])];
}

/** The place among `files` that may be written now. */
export function placeInTurn({ files }: CopyFolder, now = Date.now()): CopyPlace {
  return files[turnAt(now, files.length)] ?? files[0];
}

/** The places that may be written now. */
export function placesNow(folder: CopyFolder): CopyPlace[] {
  return [...(folder.cache ? [folder.cache] : []), placeInTurn(folder)];
}

/** How long a save waits for the second place when the first one has it, in milliseconds. */
const GRACE = 1_000;

/**
 * Writes a file into the cache and into the place whose turn it is; or, if both refuse, into any other. A place that does not answer is
 * written later.
 */
export async function writeAtOnce(folder: CopyFolder, name: string, content: string): Promise<void> {
  const first = placesNow(folder);
  const writes = first.map((place) => place.write(name, content));
  const isWritten = await Promise.any(writes).then(
    () => true,
    () => false,
  );
  if (isWritten) {
    await Promise.race([Promise.allSettled(writes), pause(GRACE)]);
    return;
  }
  await writeFile(
    folder.files.filter((place) => !first.includes(place)),
    name,
    content,
  );
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import { cachePlace } from './cache-place';
import { filePlace } from './file-place';
import type { CopyPlace, WrittenFile } from './copy-place';

/**
 * The second copy of one database: files in two places. A file's name says what is in it, so that most questions are answered by the
 * list of names alone.
 */
export interface CopyFolder {
  /** A save is written there before it is answered. */
  readonly cache: CopyPlace;
  /** Has everything some seconds later, since the browser writes the lists of both places at other times then. */
  readonly files: CopyPlace;
}

/** One save, or everything as it was after a save. */
export type CopyKind = 'save' | 'checkpoint';

export interface CopyName {
  kind: CopyKind;
  generation: string;
  number: number;
  id: string;
  /** The id of the save before it; of a checkpoint, its own. */
  after: string;
  /** Something was deleted for good: what was copied before is to go soon. */
  isPurge: boolean;
}

export interface CopyFile extends CopyName {
  name: string;
}

const NAME = /^(save|checkpoint)\.(\w+)\.(\d{12})\.(\w+)\.(\w+)(\.purge)?$/u;

export function nameCopyFile({ kind, generation, number, id, after, isPurge }: CopyName): string {
  const place = String(number).padStart(12, '0');
  return `${kind}.${generation}.${place}.${id}.${after}${isPurge ? '.purge' : ''}`;
}

export function openFolder(databaseName: string): CopyFolder {
  return { cache: cachePlace(databaseName), files: filePlace(databaseName) };
}

/** All files, in order. Fails where no place gives its names. */
export async function listFiles(folder: CopyFolder): Promise<CopyFile[]> {
  const lists = await Promise.allSettled(placesOf(folder).map((place) => place.names()));
  const given = lists.flatMap((list) => (list.status === 'fulfilled' ? [list.value] : []));
  if (given.length === 0 && lists[0]?.status === 'rejected') throw lists[0].reason;
  return inOrder(given.flat());
}

/** The files of one place, in order. `undefined`: it gives no names any more. */
export async function listPlace(place: CopyPlace): Promise<CopyFile[] | undefined> {
  try {
    return inOrder(await place.names());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}

/** Each once, in the order of their numbers, whatever their generation. */
export function inOrder(names: readonly string[]): CopyFile[] {
  return [...new Set(names)]
    .flatMap((name) => parseName(name) ?? [])
    .sort((one, other) => one.number - other.number);
}

function parseName(name: string): CopyFile | undefined {
  const [, kind, generation = '', number, id = '', after = '', purge] = NAME.exec(name) ?? [];
  if (kind !== 'save' && kind !== 'checkpoint') return undefined;
  return { name, kind, generation, number: Number(number), id, after, isPurge: purge !== undefined };
}

/** The file lies in one place when this resolves: in the first, unless that refuses. */
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

/** The file in each place that has it. One may be damaged. */
export async function* readFile(folder: CopyFolder, { name }: CopyFile): AsyncGenerator<WrittenFile> {
  for (const place of placesOf(folder)) {
    const file = await place.read(name);
    if (file !== undefined) yield file;
  }
}

export async function removeFiles(folder: CopyFolder, files: readonly CopyFile[]): Promise<void> {
  for (const { name } of files) await Promise.allSettled(placesOf(folder).map((place) => place.remove(name))); // what stays is removed the next time
}

/** Files first: the browser reads no more of them than is asked for. */
function placesOf({ cache, files }: CopyFolder): CopyPlace[] {
  return [files, cache];
}

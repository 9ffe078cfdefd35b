import { writeBackup } from '../backup/backup';
import type { LargeStore } from '../backup/backup-content';
import { checkFile } from '../backup/checked-backup';
import { openBackupFile, readHeaderOnly, type BackupFile, type BackupHeader } from '../backup/backup-file';
import type { Database } from '../database/schema';
import { originalName } from '../database/replacement-database';
import { SCHEMA_VERSION } from '../database/database';
import { measureSnapshots } from '../snapshots';
import { StorageError } from '../database/storage-errors';
import { nameCopyFile, type CopyFile } from './copy-file';
import {
  listFiles,
  openFolder,
  placesNow,
  readFile,
  removeFiles,
  writeFile,
  type CopyFolder,
  type WritablePlace,
} from './copy-folder';
import type { CopyPlace } from './copy-place';
import { ownGeneration } from './own-generation';
import type { JournalState } from './save-number';

/** This many saves, plus as many for each hundred clips, are copied one by one before everything is copied again. */
const SAVES = 60;
/** The age in milliseconds at which a checkpoint is replaced if anything was saved since. */
const LONGEST_AGE = 24 * 60 * 60 * 1000;
/** Texts of pages and pictures are copied only if all of them together are smaller than this, in bytes. */
const LARGE = 4 * 1024 * 1024;
/** So many notes of what was deleted for good are kept: a database is seldom set back by more. */
const MOST_NOTES = 50;

export function lockOf(database: Database): string {
  return `clipsheet-journal-${originalName(database)}`;
}

/** Copies everything at once. */
export async function makeCheckpoint(database: Database): Promise<void> {
  await navigator.locks.request(lockOf(database), async () => {
    const folder = openFolder(originalName(database));
    const state = await ownGeneration(database, await listFiles(folder));
    await writeCheckpoint(database, folder, () => [...placesNow(folder), ...folder.files], state);
  });
}

/** A checkpoint that was written completely. */
export interface Checkpoint extends CopyFile {
  /** In milliseconds since 1970. */
  madeAt: number;
}

/** The checkpoints of a generation, the latest first. */
export async function findCheckpoints(
  folder: CopyFolder,
  files: readonly CopyFile[],
  generation: string,
): Promise<Checkpoint[]> {
  const found: Checkpoint[] = [];
  for (const each of files.filter((file) => file.kind === 'checkpoint' && file.generation === generation)) {
    const madeAt = await findTime(folder, each);
    if (madeAt !== undefined) found.unshift({ ...each, madeAt });
  }
  return found;
}

/** When it was made, if one of the places has its beginning and its end. */
async function findTime(folder: CopyFolder, each: CopyFile): Promise<number | undefined> {
  for await (const { content } of readFile(folder, each)) {
    const header = await unlessUnreadable(() => readHeaderOnly(content));
    if (header !== undefined && isNamed(header, each)) return Date.parse(header.createdAt);
  }
  return undefined;
}

/**
 * Whether the content is that of this file. A torn list of a file system can give one file's content to another one. Files of earlier
 * versions do not contain their names.
 */
export function isNamed({ name }: Pick<BackupHeader, 'name'>, file: CopyFile): boolean {
  return name === undefined || name === file.name;
}

/** Whether the file in this place is as it was written. */
export async function isIntactIn(place: CopyPlace, checkpoint: CopyFile): Promise<boolean> {
  const file = await place.read(checkpoint.name);
  return file !== undefined && (await openIntact(file.content, checkpoint)) !== undefined;
}

/** The content of a checkpoint; `undefined` if it is not as it was written. */
export async function openIntact(content: Blob, checkpoint: CopyFile): Promise<BackupFile | undefined> {
  const opened = await unlessUnreadable(() => openBackupFile(content, SCHEMA_VERSION));
  if (opened?.header === undefined || opened.isChanged || opened.isCutOff) return undefined;
  return isNamed(opened.header, checkpoint) ? opened : undefined;
}

async function unlessUnreadable<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return undefined;
  }
}

/**
 * Whether everything must be copied again: there were enough saves since, a place lacks a checkpoint, or something was deleted
 * for good.
 */
export async function isDue(
  database: Database,
  files: readonly CopyFile[],
  [latest]: readonly Checkpoint[],
  { generation, saves }: JournalState,
): Promise<boolean> {
  if (latest === undefined) return saves > 0 || (await database.count('issues')) > 0;
  const copied = files.filter(
    (file) => file.kind === 'save' && file.generation === generation && file.number > latest.number,
  );
  const since = saves - latest.number;
  if (since === 0) return false;
  const isAnyMissing = new Set(copied.map(({ number }) => number)).size < since;
  return (
    isAnyMissing ||
    copied.some(({ isPurge }) => isPurge) ||
    since > SAVES + (await database.count('clips')) / 100 ||
    Date.now() - latest.madeAt > LONGEST_AGE
  );
}

/**
 * Writes a checkpoint into the first place that accepts it. It names the save before it; what was saved while it was made is
 * also in files of its own.
 */
export async function writeCheckpoint(
  database: Database,
  folder: CopyFolder,
  placesNow: () => readonly WritablePlace[],
  { generation, saves, last }: JournalState,
): Promise<void> {
  const file = {
    kind: 'checkpoint',
    generation,
    number: saves,
    id: last,
    after: last,
    isPurge: false,
  } as const;
  const name = nameCopyFile(file);
  let count = 0;
  const leaveOut = await largeStores(database);
  const backup = await writeBackup(database, { leaveOut, name, onRecord: () => (count += 1) });
  await writeFile(placesNow(), name, backup);
  try {
    let written = new Blob();
    for await (const { content } of readFile(folder, { ...file, name })) written = content; // it is in only one place so far
    await checkFile(written, count);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    await removeFiles(folder, [{ ...file, name }]); // the older ones are kept
    throw error;
  }
}

async function largeStores(database: Database): Promise<LargeStore[]> {
  const left: LargeStore[] = [];
  if ((await measureSnapshots(database)).bytes > LARGE) left.push('snapshots');
  let size = 0;
  for (const key of await database.getAllKeys('pictures')) {
    size += (await database.get('pictures', key))?.data.size ?? 0;
    if (size <= LARGE) continue;
    left.push('pictures');
    break;
  }
  return left;
}

/**
 * The files that can be removed. The two latest checkpoints and the saves since the earlier one are kept, or only the latest
 * checkpoint if something was deleted for good before it. The note that a generation was restored is kept as long as files of
 * that generation; of the notes of what was deleted for good, the latest are kept.
 */
export function superseded(
  files: readonly CopyFile[],
  [latest, before]: readonly Checkpoint[],
  { generation, settled = [], purgedAt }: JournalState & { purgedAt: number },
): CopyFile[] {
  if (latest === undefined) return [];
  const own = files.filter((file) => file.generation === generation && file.number <= latest.number);
  const isPurged = (before?.madeAt ?? Infinity) <= purgedAt || own.some(({ isPurge }) => isPurge);
  const kept = isPurged ? latest : (before ?? latest);
  const notes = own.filter(({ kind }) => kind === 'deleted').slice(-MOST_NOTES);
  const isKept = ({ name, kind, number, after }: CopyFile) =>
    name === latest.name ||
    name === kept.name ||
    (kind === 'save' && number > kept.number) ||
    notes.some((note) => note.name === name) ||
    (kind === 'restored' && files.some((file) => file.generation === after));
  return [
    ...own.filter((file) => !isKept(file)),
    ...files.filter((file) => settled.includes(file.generation)),
  ];
}

import { writeBackup } from '../backup/backup';
import type { LargeStore } from '../backup/backup-content';
import { checkFile } from '../backup/checked-backup';
import type { Database } from '../database/schema';
import { readPurge } from '../database/purge-note';
import { measureSnapshots } from '../snapshots';
import { StorageError } from '../database/storage-errors';
import {
  listFiles,
  mirrorFiles,
  nameCopyFile,
  openFolder,
  readFile,
  removeFiles,
  writeFile,
  type CopyFile,
  type CopyFolder,
} from './copy-folder';
import { bringWitnessUpToDate } from './copy-witness';
import { ownGeneration } from './own-generation';
import { countEmptySave, type JournalState } from './save-number';

/** So many saves, and as many for each hundred clips, are copied one by one before everything is copied anew. */
const SAVES = 60;
/** A checkpoint that is older than this is made anew where anything was saved since, in milliseconds. */
const LONGEST_AGE = 24 * 60 * 60 * 1000;
/** What a checkpoint replaces stays as long as this: the files written last are those that an end of the power tears. */
const TRIAL = 10_000;
/** Texts of pages and pictures are copied only where all of them together are smaller, in bytes. */
const LARGE = 8 * 1024 * 1024;

export function lockOf(database: Database): string {
  return `clipsheet-journal-${database.name}`;
}

/**
 * Copies everything anew where that is due, removes what is no longer needed of older copies, and has both places hold the same. To
 * be called when the page is idle. Does nothing while another page does the same. Gives whether there is more to do in some seconds.
 */
export async function maintainCopy(database: Database): Promise<boolean> {
  return navigator.locks.request(lockOf(database), { ifAvailable: true }, async (lock) => {
    if (lock === null) return true;
    const folder = openFolder(database.name);
    const files = await listFiles(folder);
    const state = await ownGeneration(database, files);
    const whole = await wholeCheckpoints(folder, files, state.generation);
    const purgedAt = await readPurge(database);
    const hasPurged = (whole[0]?.madeAt ?? Infinity) <= purgedAt;
    const due = hasPurged || (await isDue(database, files, whole, state));
    if (due) await write(database, folder, hasPurged ? await countEmptySave(database) : state);
    const hasMore = due || (await prune(folder, files, whole, { ...state, purgedAt }));
    await mirrorFiles(folder);
    bringWitnessUpToDate(database.name, state);
    return hasMore;
  });
}

/** Copies everything at once. */
export async function makeCheckpoint(database: Database): Promise<void> {
  await navigator.locks.request(lockOf(database), async () => {
    const folder = openFolder(database.name);
    await write(database, folder, await ownGeneration(database, await listFiles(folder)));
  });
}

interface Checkpoint extends CopyFile {
  madeAt: number;
}

/** The latest first. One that was cut off while it was written is none. */
async function wholeCheckpoints(
  folder: CopyFolder,
  files: readonly CopyFile[],
  generation: string,
): Promise<Checkpoint[]> {
  const whole: Checkpoint[] = [];
  for (const each of files.filter((file) => file.kind === 'checkpoint' && file.generation === generation)) {
    const madeAt = await findEnd(folder, each);
    if (madeAt !== undefined) whole.unshift({ ...each, madeAt });
  }
  return whole;
}

/** When it was written, if its end is there in one of the places. */
async function findEnd(folder: CopyFolder, each: CopyFile): Promise<number | undefined> {
  for await (const { content, writtenAt } of readFile(folder, each))
    if ((await content.slice(-100).text()).includes('"sha256"')) return writtenAt;
  return undefined;
}

async function isDue(
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

/** The checkpoint names the save before it: what was saved while it was made is in its own files as well. */
async function write(
  database: Database,
  folder: CopyFolder,
  { generation, saves, last }: JournalState,
): Promise<void> {
  let count = 0;
  const leaveOut = await largeStores(database);
  const backup = await writeBackup(database, { leaveOut, onRecord: () => (count += 1) });
  const file = {
    kind: 'checkpoint',
    generation,
    number: saves,
    id: last,
    after: last,
    isPurge: false,
  } as const;
  const name = nameCopyFile(file);
  await writeFile(folder, name, backup);
  try {
    let written = new Blob();
    for await (const { content } of readFile(folder, { ...file, name })) written = content; // it lies in one place as yet
    await checkFile(written, count);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    await removeFiles(folder, [{ ...file, name }]); // the older ones stay
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

/** Keeps the two latest checkpoints and the saves since; one, where something was deleted for good before it. */
async function prune(
  folder: CopyFolder,
  files: readonly CopyFile[],
  [latest, before, ...older]: readonly Checkpoint[],
  { generation, settled = [], purgedAt }: JournalState & { purgedAt: number },
): Promise<boolean> {
  if (latest === undefined) return false;
  const own = files.filter((file) => file.generation === generation);
  const isPurged =
    (before?.madeAt ?? Infinity) <= purgedAt ||
    own.some(({ isPurge, number }) => isPurge && number <= latest.number);
  const kept = isPurged ? latest : (before ?? latest);
  const gone = [
    ...own.filter(({ kind, number }) => kind === 'save' && number <= kept.number),
    ...older,
    ...(isPurged && before ? [before] : []),
    ...files.filter((file) => settled.includes(file.generation)),
  ];
  if (gone.length === 0) return false;
  if (Date.now() - latest.madeAt < TRIAL) return true;
  await removeFiles(folder, gone);
  return false;
}

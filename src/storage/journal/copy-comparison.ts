import * as v from 'valibot';
import { openBackupFile, type BackupFile } from '../backup/backup-file';
import { MEBIBYTE } from '../backup/backup-lines';
import { SCHEMA_VERSION } from '../database/database';
import { originalName } from '../database/replacement-database';
import { readInBatches } from '../database/record-batches';
import type { Database } from '../database/schema';
import { StorageError } from '../database/storage-errors';
import { readWrites } from './copied-records';
import type { CopyFile } from './copy-file';
import { listFiles, openFolder, readFile, type CopyFolder } from './copy-folder';
import { readJournalState, setBackAfter, type JournalState } from './save-number';

const COMPARED = ['clips', 'issues'] as const;

/** Only what is compared of a record, because everything is read. */
const numberedSchema = v.object({
  store: v.picklist(COMPARED),
  record: v.object({ id: v.string(), revision: v.number() }),
});
const lineSchema = v.pipe(v.string(), v.parseJson(), numberedSchema);
const deletedSchema = v.object({ store: v.picklist(COMPARED), key: v.string() });

/** A larger checkpoint is compared only before another one replaces it, in bytes. */
const LARGE = 8 * MEBIBYTE;

/**
 * Begins a new generation if the database has earlier versions of what is in its copy. To be called when a page has opened and is
 * idle. Returns whether it has. Upkeep may go on meanwhile: if it removes a file that is read, the copy counts as incomplete.
 */
export async function checkVersions(database: Database): Promise<boolean> {
  const folder = openFolder(originalName(database));
  const files = await listFiles(folder);
  const state = await readJournalState(database);
  if (state === undefined || !(await isBehindCopy(database, folder, { files, state, most: LARGE })))
    return false;
  await setBackAfter(database, state);
  return true;
}

/**
 * Whether the copy of the current generation has later versions of clips or issues than the database, or some that the database
 * lacks. `false` if the copy is not complete, or if its checkpoint has more than `most` bytes.
 */
export async function isBehindCopy(
  database: Database,
  folder: CopyFolder,
  { files, state, most = Infinity }: { files: readonly CopyFile[]; state: JournalState; most?: number },
): Promise<boolean> {
  const own = files.filter(({ generation }) => generation === state.generation);
  const revisions = await readRevisions(folder, own, { saves: state.saves, most });
  if (revisions === undefined) return false;
  for (const store of COMPARED) {
    const read = (after: IDBKeyRange | null, count: number) => database.getAll(store, after, count);
    for await (const batch of readInBatches(read, ({ id }) => id))
      for (const { id, revision } of batch) {
        const place = `${store} ${id}`;
        if (revision < (revisions.get(place) ?? 0)) return true;
        revisions.delete(place);
      }
  }
  return revisions.size > 0;
}

/** The revision of each record in the copy; `undefined` if a save is missing or damaged. */
async function readRevisions(
  folder: CopyFolder,
  files: readonly CopyFile[],
  { saves, most }: { saves: number; most: number },
): Promise<Map<string, number> | undefined> {
  const revisions = new Map<string, number>();
  const checkpoint = files.findLast(({ kind }) => kind === 'checkpoint');
  const opened = checkpoint && (await openIntact(folder, checkpoint, most));
  if (checkpoint !== undefined && opened === undefined) return undefined;
  for await (const { bytes } of opened?.readLines({}) ?? []) {
    const line = v.safeParse(lineSchema, new TextDecoder().decode(bytes));
    if (line.success) note(revisions, line.output);
  }
  let number = checkpoint?.number ?? 0;
  for (const file of files) {
    if (file.kind !== 'save' || file.number <= number) continue;
    const writes = file.number === number + 1 ? await readWrites(folder, file) : undefined;
    if (writes === undefined) return undefined;
    for (const write of writes) {
      const [put, deleted] = [v.safeParse(numberedSchema, write), v.safeParse(deletedSchema, write)];
      if (put.success) note(revisions, put.output);
      if (deleted.success) revisions.delete(`${deleted.output.store} ${deleted.output.key}`);
    }
    number = file.number;
  }
  return number === saves ? revisions : undefined;
}

/** A checkpoint may already contain what was saved while it was made. */
function note(
  revisions: Map<string, number>,
  { store, record: { id, revision } }: v.InferOutput<typeof numberedSchema>,
): void {
  const place = `${store} ${id}`;
  revisions.set(place, Math.max(revision, revisions.get(place) ?? 0));
}

async function openIntact(
  folder: CopyFolder,
  checkpoint: CopyFile,
  most: number,
): Promise<BackupFile | undefined> {
  for await (const { content } of readFile(folder, checkpoint))
    try {
      if (content.size > most) return undefined;
      const opened = await openBackupFile(content, SCHEMA_VERSION);
      if (opened.header?.version === SCHEMA_VERSION && !opened.isChanged && !opened.isCutOff) return opened;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error; // it is read from the next place
    }
  return undefined;
}

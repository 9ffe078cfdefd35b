import * as v from 'valibot';
import { isSame } from '../../news/edits/deep-equality';
import { keyOf, type BackupRecord } from '../backup/backup-content';
import type { BackupFile } from '../backup/backup-file';
import { MEBIBYTE } from '../backup/backup-lines';
import { readRecord } from '../backup/backup-record';
import { mergeRecord } from '../backup/merged-record';
import { SCHEMA_VERSION } from '../database/database';
import { originalName } from '../database/replacement-database';
import { readInBatches } from '../database/record-batches';
import type { Database } from '../database/schema';
import { openIntact } from './checkpoint';
import { readWrites } from './copied-records';
import type { CopyFile } from './copy-file';
import { listFiles, openFolder, readFile, type CopyFolder } from './copy-folder';
import { readJournalState, setBackAfter, type JournalState } from './save-number';

const NUMBERED = ['clips', 'issues'] as const;
/** Few records, and without a revision: they are merged to find out whether the copy adds anything. */
const SETTINGS = ['preferences', 'newsletters'] as const;

/** Only what is compared of a record, because everything is read. */
const numberedSchema = v.object({
  store: v.picklist(NUMBERED),
  record: v.object({ id: v.string(), revision: v.number() }),
});
const settingsSchema = v.looseObject({ store: v.picklist(SETTINGS) });
const lineSchema = v.pipe(v.string(), v.parseJson(), v.union([numberedSchema, settingsSchema]));
const deletedSchema = v.object({ store: v.picklist([...NUMBERED, ...SETTINGS]), key: v.string() });
type Settings = Extract<BackupRecord, { store: (typeof SETTINGS)[number] }>;

/** The latest versions in the copy, by store and key. */
interface CopiedVersions {
  revisions: Map<string, number>;
  settings: Map<string, Settings>;
}

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
 * Whether the copy of the current generation has later versions of clips, issues or settings than the database, or some that the
 * database lacks. `false` if the copy is not complete, or if its checkpoint has more than `most` bytes.
 */
export async function isBehindCopy(
  database: Database,
  folder: CopyFolder,
  { files, state, most = Infinity }: { files: readonly CopyFile[]; state: JournalState; most?: number },
): Promise<boolean> {
  const own = files.filter(({ generation }) => generation === state.generation);
  const copied = await readVersions(folder, own, { saves: state.saves, most });
  if (copied === undefined) return false;
  const { revisions, settings } = copied;
  for (const theirs of settings.values()) {
    const ours = await database.get(theirs.store, keyOf(theirs.record));
    if (ours === undefined || !hasAllOf(ours, theirs)) return true;
  }
  for (const store of NUMBERED) {
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

/** Whether merging adds nothing. Merging also drops what is empty, so each result is compared with that of ours alone. */
function hasAllOf(ours: Settings['record'], theirs: Settings): boolean {
  return isSame(mergeRecord(ours, theirs), mergeRecord(ours, { ...theirs, record: ours } as Settings));
}

/** The versions in the copy; `undefined` if a save is missing or damaged. */
async function readVersions(
  folder: CopyFolder,
  files: readonly CopyFile[],
  { saves, most }: { saves: number; most: number },
): Promise<CopiedVersions | undefined> {
  const versions: CopiedVersions = { revisions: new Map(), settings: new Map() };
  const checkpoint = files.findLast(({ kind }) => kind === 'checkpoint');
  const opened = checkpoint && (await openLatest(folder, checkpoint, most));
  if (checkpoint !== undefined && opened === undefined) return undefined;
  for await (const { bytes } of opened?.readLines({}) ?? []) {
    const line = v.safeParse(lineSchema, new TextDecoder().decode(bytes));
    if (line.success) await note(versions, line.output);
  }
  let number = checkpoint?.number ?? 0;
  for (const file of files) {
    if (file.kind !== 'save' || file.number <= number) continue;
    const writes = file.number === number + 1 ? await readWrites(folder, file) : undefined;
    if (writes === undefined) return undefined;
    for (const write of writes) {
      const deleted = v.safeParse(deletedSchema, write);
      if (deleted.success) forget(versions, deleted.output);
      else await note(versions, write);
    }
    number = file.number;
  }
  return number === saves ? versions : undefined;
}

/** A checkpoint may already contain what was saved while it was made. */
async function note({ revisions, settings }: CopiedVersions, written: unknown): Promise<void> {
  const numbered = v.safeParse(numberedSchema, written);
  if (numbered.success) {
    const { store, record } = numbered.output;
    const place = `${store} ${record.id}`;
    revisions.set(place, Math.max(record.revision, revisions.get(place) ?? 0));
  } else if (v.is(settingsSchema, written)) {
    const read = await readRecord(written);
    if (read?.store === 'preferences' || read?.store === 'newsletters')
      settings.set(`${read.store} ${keyOf(read.record)}`, read);
  }
}

function forget(
  { revisions, settings }: CopiedVersions,
  { store, key }: v.InferOutput<typeof deletedSchema>,
): void {
  revisions.delete(`${store} ${key}`);
  settings.delete(`${store} ${key}`);
}

async function openLatest(
  folder: CopyFolder,
  checkpoint: CopyFile,
  most: number,
): Promise<BackupFile | undefined> {
  for await (const { content } of readFile(folder, checkpoint)) {
    if (content.size > most) return undefined;
    const opened = await openIntact(content, checkpoint);
    if (opened?.header?.version === SCHEMA_VERSION) return opened;
  }
  return undefined;
}

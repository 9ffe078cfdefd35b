import { readBackup, type Backup } from '../backup/backup';
import { keyOf } from '../backup/backup-content';
import { COMPARED } from '../backup/backup-comparison';
import { SCHEMA_VERSION } from '../database/database';
import { originalName } from '../database/replacement-database';
import { previewRestore } from '../backup/restore-preview';
import { announceChange } from '../database/changes';
import { shareOfWork, type LongWork } from '../database/long-work';
import { changeClips } from '../clips';
import type { Database } from '../database/schema';
import { writeBackupFile } from '../backup/backup-file';
import { forgetPlace } from '../outbox/workspace';
import { joinMadeIssue } from './joined-issue';
import { lockOf } from './checkpoint';
import { joinCopies } from './joined-copies';
import { readCopiedRecords, readDeletedClips, type CopiedRecords } from './copied-records';
import { nameCopyFile, type CopyFile } from './copy-file';
import { listFiles, openFolder, writeAtOnce, type CopyFolder } from './copy-folder';
import { unlessRefused } from './copy-place';
import { readWitness, writeWitness, type Witness } from './copy-witness';
import { readDraftCopies } from './draft-copies';
import { beginNewLog } from './new-log';
import { lostGenerations, ownGeneration } from './own-generation';
import { returnRecords } from './returned-records';
import { changeJournalState, checkRecordCounts, countEmptySave, type JournalState } from './save-number';

/** So many earlier generations are remembered. The files of each are removed as soon as a page is open for a minute. */
const MOST_SETTLED = 500;

/** Nobody saves more often: some hundred times on each day for ten years. */
const MOST_SAVES = 1_000_000;

/** What the copy contains and the database lacks. */
export interface LostRecords {
  clips: number;
  issues: number;
  drafts: number;
  /** Published issues as they were sent. */
  editions: number;
  pictures: number;
  /** Records of which the copy has a later version. */
  changed: number;
  /** Clips that were deleted for good and are in the database again, because the browser has set it back. */
  deleted: number;
  /** How many saves and records of the copy could not be read. */
  unreadable: number;
  /** More than `unreadable`: the number of lost saves is none that can be right. */
  isUncounted: boolean;
  /** Only the number of saves is left, which is `unreadable`. */
  isGone: boolean;
  hasTexts: boolean;
  /** The whole copy, as a backup. */
  readCopy: () => Promise<Blob>;
  /** Merges the copy with the database, and moves deleted clips to the bin. What is lost is not reported again. */
  bringBack: (work?: LongWork) => Promise<void>;
}

/**
 * Compares the database with its copy. `undefined` if nothing is missing. The files found are kept until `bringBack` is called,
 * because new saves have a generation of their own. Calls `onComparing` before the files are read if something may be missing.
 */
export async function findLostRecords(
  database: Database,
  onComparing?: () => void,
): Promise<LostRecords | undefined> {
  const folder = openFolder(originalName(database));
  const { state, lost } = await navigator.locks.request(lockOf(database), async () => {
    await checkRecordCounts(database);
    const files = await listFiles(folder);
    const state = await ownGeneration(database, files);
    return { state, lost: lostGenerations(files, state) };
  });
  const witness = await readWitness(originalName(database));
  const uncopied = uncopiedGenerations(state, lost);
  const { vanished, isUncounted } = boundCount(
    (witness === undefined ? 0 : countVanished(witness, state, lost)) +
      uncopied.reduce((sum, { lacking }) => sum + lacking, 0),
  );
  if (lost.length === 0 && vanished === 0) return undefined;
  onComparing?.();
  const copies: (CopiedRecords & { checked: Backup })[] = [];
  for (const copied of await readCopiedRecords(folder, lost))
    copies.push({ ...copied, checked: await readBackup(copied.backup) });
  const drafts = await backupOfDrafts();
  const backups = [...copies.map(({ checked }) => checked), ...(drafts ? [drafts] : [])];
  const { preferencesWouldChange, ...missing } = await countMissing(database, backups);
  const returned = await findReturned(database, folder, state, lost, backups);
  const counts = { ...missing, deleted: returned.length };
  const unreadable = copies.reduce((sum, copy) => sum + copy.unreadable, vanished);
  const gone = [...(witness ? [witness] : []), ...uncopied].filter(
    ({ generation }) => generation !== state.generation,
  );
  const settled = [...lost.flatMap(([file]) => file ?? []), ...gone].map(({ generation }) => generation);
  const settle = () =>
    settleGenerations(database, {
      settled,
      restored: copies.map(({ generation }) => generation),
    });
  if (!preferencesWouldChange && [unreadable, ...Object.values(counts)].every((count) => count === 0)) {
    await settle();
    return undefined;
  }
  return {
    ...counts,
    unreadable,
    isUncounted,
    isGone: lost.length === 0,
    hasTexts: copies.every(({ lacksTexts }) => !lacksTexts),
    readCopy: () => joinCopies(copies.map(({ backup }) => backup)),
    bringBack: async (work = {}) => {
      await restoreCopies(database, backups, work);
      const binnedAt = new Date().toISOString();
      if (returned.length > 0) await changeClips(database, returned, (clip) => ({ ...clip, binnedAt }));
      await forgetPlace(database);
      await settle();
      await beginNewLog();
      announceChange({ isLossSettled: true });
    },
  };
}

async function restoreCopies(database: Database, backups: readonly Backup[], work: LongWork): Promise<void> {
  const issues = new Set<string>();
  for (const [place, backup] of backups.entries()) {
    const part = shareOfWork(work, place / backups.length, (place + 1) / backups.length);
    for (const id of await returnRecords(database, backup, part)) issues.add(id);
  }
  await joinMadeIssue(database, issues);
}

/** Records in several copies, because they were lost more than once, are counted once. */
async function countMissing(database: Database, backups: readonly Backup[]) {
  let changed = 0;
  let preferencesWouldChange = false;
  for (const backup of backups) {
    const { merge } = await previewRestore(database, backup);
    changed = Math.max(
      changed,
      COMPARED.reduce((sum, store) => sum + merge[store].wouldChange, 0),
    );
    preferencesWouldChange ||= merge.preferencesWouldChange;
  }
  const missing = new Map<string, Set<string>>();
  const here = new Map<string, Set<string>>();
  for (const store of [...COMPARED, 'editions', 'pictures'] as const) {
    missing.set(store, new Set());
    here.set(store, new Set(await database.getAllKeys(store)));
  }
  for (const backup of backups)
    for await (const { store, record } of backup.read())
      if (here.get(store)?.has(keyOf(record)) === false) missing.get(store)?.add(keyOf(record));
  const count = (store: string) => missing.get(store)?.size ?? 0;
  return {
    clips: count('clips'),
    issues: count('issues'),
    drafts: count('drafts'),
    editions: count('editions'),
    pictures: count('pictures'),
    changed,
    preferencesWouldChange,
  };
}

/** The clips that are here again although a lost save has deleted them for good, and no later one has written them. */
async function findReturned(
  database: Database,
  folder: CopyFolder,
  { setBack = [] }: JournalState,
  lost: readonly CopyFile[][],
  backups: readonly Backup[],
): Promise<string[]> {
  const deleted = new Set<string>();
  for (const files of lost) {
    const from = setBack.find(({ generation }) => generation === files[0]?.generation);
    if (from === undefined) continue;
    // If the browser has lost some of the earlier saves as well, any deletion may be undone.
    const intact = from.lacking === undefined ? from.saves : 0;
    for (const id of await readDeletedClips(folder, files, intact)) deleted.add(id);
  }
  if (deleted.size === 0) return [];
  for (const backup of backups)
    for await (const { store, record } of backup.read()) if (store === 'clips') deleted.delete(record.id);
  const here = await Promise.all([...deleted].map((id) => database.get('clips', id)));
  return here.flatMap((clip) => (clip === undefined || clip.binnedAt !== undefined ? [] : clip.id));
}

/** How many saves a page has seen that neither the database nor a copy contains. */
function countVanished(witness: Witness, state: JournalState, lost: readonly CopyFile[][]): number {
  if (state.settled?.includes(witness.generation) === true) return 0;
  const isOfWitness = ({ generation }: { generation: string }) => generation === witness.generation;
  const copied = lost.find(([file]) => file && isOfWitness(file))?.at(-1)?.number ?? 0;
  const kept = [state, ...(state.setBack ?? [])].find(isOfWitness)?.saves ?? 0;
  return Math.max(0, witness.saves - Math.max(kept, copied));
}

/** A number from a damaged or forged file says that saves are lost, and not how many. */
function boundCount(vanished: number): { vanished: number; isUncounted: boolean } {
  const isUncounted = vanished > MOST_SAVES || !Number.isInteger(vanished);
  return { vanished: isUncounted ? 1 : vanished, isUncounted };
}

/** The generations of which the database lacks records, and nothing is in the copy. */
function uncopiedGenerations({ settled = [], setBack = [] }: JournalState, lost: readonly CopyFile[][]) {
  return setBack.flatMap(({ generation, lacking }) =>
    lacking === undefined ||
    settled.includes(generation) ||
    lost.some(([file]) => file?.generation === generation)
      ? []
      : [{ generation, lacking: Object.values(lacking).reduce((sum, count) => sum + count, 0) }],
  );
}

/**
 * Records that the user has decided about the generations `settled`. The database now contains what was in the files of `restored`; the
 * copy says so, too, because those files stay until a checkpoint contains it. A generation of which one of these has everything needs no
 * note of its own: there would be more with each loss.
 */
async function settleGenerations(
  database: Database,
  { settled, restored }: { settled: readonly string[]; restored: readonly string[] },
): Promise<void> {
  const settle = ({ settled: before = [], records: _, ...state }: JournalState) => ({
    ...state, // what was restored was not counted
    settled: [...new Set([...before, ...settled])].slice(-MOST_SETTLED),
  });
  const count = restored.length > 0 ? countEmptySave : changeJournalState;
  const state = await count(database, settle);
  await checkRecordCounts(database);
  const folder = openFolder(originalName(database));
  const note = { kind: 'restored', ...state, number: state.saves, id: state.last, isPurge: false } as const;
  // All at once: of a database that was often lost there are many, and a busy place costs each a second.
  await Promise.all(
    restored.map((after) => unlessRefused(() => writeAtOnce(folder, nameCopyFile({ ...note, after }), ''))),
  ); // without them, only what is deleted from now on could come back
  writeWitness(originalName(database), state);
}

/** The drafts that the popup has kept outside the database. */
async function backupOfDrafts(): Promise<Backup | undefined> {
  const records = (await readDraftCopies()).map((record) => ({ store: 'drafts', record }));
  if (records.length === 0) return undefined;
  const header = { version: SCHEMA_VERSION, createdAt: new Date().toISOString() };
  return readBackup(await writeBackupFile({ ...header, leftOut: ['snapshots', 'pictures'] }, records));
}

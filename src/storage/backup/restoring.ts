import type { Issue } from '../../news/issue';
import { keyOf, LARGE_STORES, type BackupRecord, type Store, type StoredRecord } from './backup-content';
import { examineBackup, writeBackup, type Backup } from './backup';
import { announceChange } from '../database/changes';
import type { ClipStore } from '../clip-store';
import { SYSTEM, type ClockAndIds } from '../database/clock';
import { writeDurably, type Writing } from '../database/durable-write';
import { shareOfWork, passStep, type LongWork } from '../database/long-work';
import { moveLateClips } from './late-clips';
import {
  deleteRecord,
  issuesIn,
  issuesOf,
  keysOf,
  mergeBatch,
  putEachAlone,
  type RecordKeys,
  type Merging,
  type RestoreWay,
} from './merged-batch';
import { readInBatches } from '../database/record-batches';
import type { Database } from '../database/schema';
import { removeFirstStyle } from '../first-style';
import { withStaged } from './staging';
import { isUnused, removeUnusedIssues } from './unused-issue';
import { DamagedBackupError } from '../database/storage-errors';
import { readStored } from '../database/written-record';

/** What Undo of a restore needs. */
export interface Restored {
  /** The state before, as a backup. */
  previous: Blob;
  /** The stamp of the state afterwards: `stampOf`. */
  stamp: string;
}

type Restoring = Merging & Writing<Store | ClipStore | 'incoming'>;

/** How a staged backup is applied. */
interface Taking {
  /** Nothing is done unless the database has this stamp. */
  stamp: string;
  way: RestoreWay;
}

/**
 * Restores a backup. First its records are staged in batches; then one transaction applies them. Stores that the backup leaves
 * out are not changed. A damaged backup is merged: its good records are added, and none is deleted. The state before is kept as
 * a file, which the browser stores.
 */
export async function restoreBackup(
  database: Database,
  backup: Backup,
  way: RestoreWay,
  { clockAndIds = SYSTEM, ...work }: LongWork & { clockAndIds?: ClockAndIds } = {},
): Promise<Restored> {
  if (backup.damage && way === 'replace') throw new DamagedBackupError('what it lacks would go');
  const leaveOut = LARGE_STORES.filter((name) => !backup.stores.includes(name));
  if (way === 'merge' && (await database.count('clips')) === 0) await removeFirstStyle(database);
  return withStaged(database, backup, shareOfWork(work, 0, 0.4), async () => {
    for (;;) {
      const stamp = await readStamp(database);
      const previous = await writeBackup(database, { ...shareOfWork(work, 0.4, 0.6), leaveOut }, clockAndIds);
      const taken = await takeIn(database, backup, shareOfWork(work, 0.6, 1), { stamp, way });
      if (taken !== undefined) return { previous, ...taken }; // otherwise someone wrote while `previous` was being written
    }
  });
}

/** Restores the state before a backup was restored, unless something has been written since. */
export async function undoRestore(
  database: Database,
  { previous, stamp }: Restored,
): Promise<'undone' | 'changed-since'> {
  const backup = await examineBackup(previous);
  const taken = await withStaged(database, backup, {}, () =>
    takeIn(database, backup, {}, { stamp, way: 'replace' }),
  );
  return taken === undefined ? 'changed-since' : 'undone';
}

/** Applies the staged records, all or none. Returns `undefined` if the database has been changed since the stamp. */
async function takeIn(
  database: Database,
  backup: Backup,
  work: LongWork,
  taking: Taking,
): Promise<Pick<Restored, 'stamp'> | undefined> {
  const stores = [...new Set<Store>([...STAMPED, ...backup.stores])];
  const write = async (transaction: Restoring) => {
    if ((await stampOf(transaction)) !== taking.stamp) return undefined;
    const { keys: written, issueIds } = await putIncoming(transaction, backup.stores, work, taking.way);
    for (const { kind, key } of backup.damage?.records ?? [])
      // what was not whole before a restore stays when that is undone
      if (kind !== undefined && key !== undefined) keysOf(written, kind).add(key);
    if (taking.way === 'replace') await removeOthers(transaction, backup.stores, written);
    else for (const id of await moveLateClips(transaction, issueIds)) keysOf(written, 'clips').add(id);
    return { written, stamp: await stampOf(transaction) };
  };
  const taken = await writeDurably(database, [...stores, 'unindexed', 'incoming'], write);
  if (taken === undefined) return undefined;
  const { written, ...rest } = taken;
  announceChange({
    clips: [...(written.get('clips') ?? [])],
    issues: [...(written.get('issues') ?? [])],
    preferences: true,
    isRestored: true,
  });
  return rest;
}

/** Returns the keys of all staged records, whether or not they were written, and the issues to which they belong. */
async function putIncoming(
  transaction: Restoring,
  stores: readonly Store[],
  work: LongWork,
  way: RestoreWay,
): Promise<{ keys: RecordKeys; issueIds: ReadonlySet<string> }> {
  const incoming = transaction.objectStore('incoming');
  const total = await incoming.count();
  const keys: RecordKeys = new Map();
  const issueIds = new Set<string>();
  const hasClips = (await transaction.objectStore('clips').count()) > 0;
  const ours = new Set(await transaction.objectStore('issues').getAllKeys());
  const read = (after: IDBKeyRange | null, count: number) => incoming.getAll(after, count);
  for await (const staged of readInBatches(read, ({ number }) => number)) {
    passStep(work, (staged.at(-1)?.number ?? 0) / total);
    const batch = staged as BackupRecord[]; // in the form in which `withStaged` has put them
    for (const id of issuesOf(batch)) issueIds.add(id);
    const write = way === 'merge' && hasClips ? mergeBatch : putEachAlone;
    const written = await write(transaction, batch, { stores, way });
    for (const [store, put] of written.keys) for (const key of put) keysOf(keys, store).add(key);
    if (way === 'replace') continue;
    for (const id of await removeUnusedIssues(transaction, ours, issuesIn(batch)))
      keysOf(keys, 'issues').add(id);
  }
  return { keys, issueIds };
}

/** Deletes what is not in the backup. Its keys are announced, too. */
async function removeOthers(
  transaction: Restoring,
  stores: readonly Store[],
  keys: RecordKeys,
): Promise<void> {
  for (const store of stores) {
    const came = keysOf(keys, store);
    const others = (await transaction.objectStore(store).getAllKeys()).filter((key) => !came.has(key));
    for (const key of others) {
      // An unreadable record is in no backup that could restore it.
      const record = await transaction.objectStore(store).get(key as never);
      if (readStored(store, record) === undefined) continue;
      await deleteRecord(transaction, store, key);
      came.add(key);
    }
  }
}

const STAMPED = ['clips', 'issues', 'drafts', 'preferences', 'newsletters'] as const;

/**
 * Changes whenever a record of the stamped stores is written, unless it is an issue that an open page has made by itself, because there was
 * none.
 */
async function stampOf(transaction: Writing<(typeof STAMPED)[number]>): Promise<string> {
  const parts: string[] = [];
  for (const name of STAMPED) {
    const store = transaction.objectStore(name);
    const read = (after: IDBKeyRange | null, count: number) => store.getAll(after, count);
    for await (const batch of readInBatches<StoredRecord>(read, keyOf))
      for (const record of batch)
        if (name !== 'issues' || !(await isUnused(transaction, record as Issue)))
          parts.push('changedAt' in record ? stampOfRecord(record) : JSON.stringify(record));
  }
  return parts.join('\n');
}

function stampOfRecord(record: Extract<StoredRecord, { changedAt: string }>): string {
  return `${keyOf(record)} ${record.changedAt} ${'revision' in record ? record.revision : ''}`;
}

function readStamp(database: Database): Promise<string> {
  const transaction = database.transaction(STAMPED);
  return stampOf({ objectStore: (name) => transaction.objectStore(name) } as Writing<
    (typeof STAMPED)[number]
  >);
}

import { isSame } from './backup-comparison';
import { keyOf, LARGE_STORES, type BackupRecord, type Store, type StoredRecord } from './backup-content';
import { examineBackup, writeBackup, type Backup } from './backup';
import { announceChange } from './changes';
import { deleteClip, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably, type Writing } from './durable-write';
import { partOf, passStep, type LongWork } from './long-work';
import { meetingOf, metAfter } from './meeting';
import { mergeRecord } from './merged-record';
import { readInBatches } from './record-batches';
import type { Database, Upkeep } from './schema';
import { withStaged } from './staging';
import { DamagedBackupError } from './storage-errors';
import { upkeepIn } from './upkeep';
import { readStored } from './written-record';

/** `merge`: what is here stays, and the newest wins; `replace`: what is here and not in the backup goes. */
export type RestoreWay = 'merge' | 'replace';

/** What Undo needs of a backup that was restored. */
export interface Restored {
  /** What was here before: a backup. */
  former: Blob;
  /** What was here afterwards: `stampOf`. */
  stamp: string;
  metBefore: Upkeep['met'];
}

type Restoring = Writing<Store | ClipStore | 'upkeep' | 'incoming'>;

/** How a staged backup is taken in. */
interface Taking {
  /** Nothing is done unless the database has this stamp. */
  stamp: string;
  makeRecord: (ours: StoredRecord, theirs: BackupRecord, upkeep: Upkeep) => StoredRecord;
  isReplaced: boolean;
  metOf: (upkeep: Upkeep) => Upkeep['met'];
}

/**
 * Restores a backup. Its records are laid beside the others first, some at a time; then one transaction takes them in.
 * Stores that the backup leaves out stay as they are. A damaged backup is merged: its good records come, and none goes. What was here before is kept as a file, which is the browser's to keep.
 */
export async function restoreBackup(
  database: Database,
  backup: Backup,
  way: RestoreWay,
  { clockAndIds = SYSTEM, ...work }: LongWork & { clockAndIds?: ClockAndIds } = {},
): Promise<Restored> {
  if (backup.damage && way === 'replace') throw new DamagedBackupError('what it lacks would go');
  const leaveOut = LARGE_STORES.filter((name) => !backup.stores.includes(name));
  return withStaged(database, backup, partOf(work, 0, 0.4), async () => {
    for (;;) {
      const stamp = await readStamp(database);
      const former = await writeBackup(database, { ...partOf(work, 0.4, 0.6), leaveOut }, clockAndIds);
      const taken = await takeIn(database, backup, partOf(work, 0.6, 1), {
        stamp,
        isReplaced: way === 'replace',
        makeRecord: (ours, theirs, upkeep) =>
          way === 'merge'
            ? mergeRecord(ours, theirs, meetingOf(backup, upkeep), clockAndIds.now()).record
            : keepSame(ours, theirs),
        metOf: (upkeep) => metAfter(upkeep, backup, way === 'merge'),
      });
      if (taken !== undefined) return { former, ...taken }; // else someone wrote while `former` was written
    }
  });
}

/** Puts back what was here before a backup was restored, unless something has been written since. */
export async function undoRestore(
  database: Database,
  { former, stamp, metBefore }: Restored,
): Promise<'undone' | 'changed-since'> {
  const backup = await examineBackup(former);
  const taking = { stamp, isReplaced: true, makeRecord: keepSame, metOf: () => metBefore };
  const taken = await withStaged(database, backup, {}, () => takeIn(database, backup, {}, taking));
  return taken === undefined ? 'changed-since' : 'undone';
}

/** Two texts or pictures are never compared: they are large. */
function keepSame(ours: StoredRecord, { store, record }: BackupRecord): StoredRecord {
  return store !== 'snapshots' && store !== 'pictures' && isSame(ours, record) ? ours : record;
}

/** Takes in what is staged, all of it or nothing. `undefined`: the database is no longer as it was. */
async function takeIn(
  database: Database,
  backup: Backup,
  work: LongWork,
  taking: Taking,
): Promise<Pick<Restored, 'stamp' | 'metBefore'> | undefined> {
  const stores = [...new Set<Store>([...STAMPED, ...backup.stores])];
  const taken = await writeDurably(
    database,
    [...stores, 'unindexed', 'upkeep', 'incoming'],
    async (transaction) => {
      if ((await stampOf(transaction)) !== taking.stamp) return undefined;
      const upkeep = await upkeepIn(transaction, SYSTEM);
      const written = await putIncoming(transaction, upkeep, work, taking);
      if (taking.isReplaced) await removeOthers(transaction, backup.stores, written);
      await transaction.objectStore('upkeep').put({ ...upkeep, met: taking.metOf(upkeep) }, 'upkeep');
      return { written, metBefore: upkeep.met, stamp: await stampOf(transaction) };
    },
  );
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

type Keys = Map<Store, Set<string>>;

/** Gives the keys of all that came, whether or not it was written. */
async function putIncoming(
  transaction: Restoring,
  upkeep: Upkeep,
  work: LongWork,
  { makeRecord }: Taking,
): Promise<Keys> {
  const incoming = transaction.objectStore('incoming');
  const total = await incoming.count();
  const keys: Keys = new Map();
  const read = (after: IDBKeyRange | null, count: number) => incoming.getAll(after, count);
  for await (const staged of readInBatches(read, ({ number }) => number)) {
    passStep(work, (staged.at(-1)?.number ?? 0) / total);
    const batch = staged as BackupRecord[]; // as `withStaged` has put them
    const ours = await Promise.all(
      batch.map(({ store, record }) => transaction.objectStore(store).get(keyOf(record) as never)),
    );
    await Promise.all(
      batch.map(async (theirs, place) => {
        const mine = ours[place];
        // What is here and can no longer be read stands in the file of what was here before.
        const known = mine && readStored(theirs.store, mine) && mine;
        const record = known === undefined ? theirs.record : makeRecord(known, theirs, upkeep);
        keysOf(keys, theirs.store).add(keyOf(record));
        if (record !== mine) await putRecord(transaction, theirs.store, record);
      }),
    );
  }
  return keys;
}

/** What is here and did not come. Its keys are among those that are announced. */
async function removeOthers(transaction: Restoring, stores: readonly Store[], keys: Keys): Promise<void> {
  for (const store of stores) {
    const came = keysOf(keys, store);
    const others = (await transaction.objectStore(store).getAllKeys()).filter((key) => !came.has(key));
    for (const key of others) {
      // What cannot be read stands in no backup that could bring it back.
      const record = await transaction.objectStore(store).get(key as never);
      if (readStored(store, record) === undefined) continue;
      await deleteRecord(transaction, store, key);
      came.add(key);
    }
  }
}

function keysOf(keys: Keys, store: Store): Set<string> {
  const known = keys.get(store) ?? new Set();
  keys.set(store, known);
  return known;
}

async function putRecord(transaction: Restoring, store: Store, record: StoredRecord): Promise<void> {
  // The record is one of that store.
  if (store === 'clips') await putClip(transaction, record as never);
  else await transaction.objectStore(store).put(record as never, store === 'preferences' ? store : undefined);
}

async function deleteRecord(transaction: Restoring, store: Store, key: string): Promise<void> {
  if (store === 'clips') await deleteClip(transaction, key);
  else await transaction.objectStore(store).delete(key as never);
}

const STAMPED = ['clips', 'issues', 'drafts', 'preferences'] as const;

/** Differs when anything of what is stamped has been written. */
async function stampOf(transaction: Pick<Writing<(typeof STAMPED)[number]>, 'objectStore'>): Promise<string> {
  const parts: string[] = [];
  for (const name of STAMPED) {
    const store = transaction.objectStore(name);
    const read = (after: IDBKeyRange | null, count: number) => store.getAll(after, count);
    for await (const batch of readInBatches<StoredRecord>(read, keyOf))
      for (const record of batch)
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

import type { Backup } from './backup';
import type { LongWork } from '../database/long-work';
import { inBatches } from '../database/record-batches';
import { measureFreeSpace, recognizeDiskFull, requireFreeSpace } from '../database/free-space';
import type { Database } from '../database/schema';
import { WorkTurns } from '../database/work-turns';
import { nameStorageError } from '../database/storage-errors';

/** The lock for writing to the store `incoming`. */
const INCOMING_LOCK = 'clipsheet-incoming';

/**
 * Puts all records of a backup into the store `incoming` for the given work. Removes what an interrupted restore has left
 * there.
 */
export function withStaged<Result>(
  database: Database,
  backup: Backup,
  work: LongWork,
  act: () => Promise<Result>,
): Promise<Result> {
  return navigator.locks.request(INCOMING_LOCK, async () => {
    try {
      await database.clear('incoming');
      await stage(database, backup, work);
      return await act();
    } catch (error) {
      throw await recognizeDiskFull(nameStorageError(error));
    } finally {
      await database.clear('incoming').catch(() => undefined); // if it fails, the next page that opens clears it
    }
  });
}

/** Removes what an interrupted restore has left. The desk and the options page call it when they open. */
export async function clearStaged(database: Database): Promise<void> {
  await navigator.locks.request(INCOMING_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null && (await database.count('incoming')) > 0) await database.clear('incoming');
  });
}

/** Writes the records in batches, and stops if space runs low. */
async function stage(database: Database, backup: Backup, work: LongWork): Promise<void> {
  let number = 0;
  for await (const batch of inBatches(backup.read(work))) {
    await measureFreeSpace();
    await requireFreeSpace();
    const transaction = database.transaction('incoming', 'readwrite', { durability: 'relaxed' });
    transaction.done.catch(() => undefined); // a write that fails says more
    const writes: Promise<unknown>[] = [];
    const turns = new WorkTurns(() => Promise.all(writes));
    for (const record of batch) {
      writes.push(transaction.store.put({ ...record, number: number++ }));
      await turns.pass();
    }
    await Promise.all([...writes, transaction.done]);
  }
}

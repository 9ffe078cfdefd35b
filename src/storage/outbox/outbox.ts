import type { Clip } from '../../news/clip';
import type { Issue } from '../../news/issue';
import { contentsOfClip } from '../../news/merge/clip-versions';
import { contentsOfIssue } from '../../news/merge/issue-versions';
import type { Transaction } from '../database/durable-write';
import type { Database, Outgoing, Purged } from '../database/schema';
import type { RecordedWrite } from './recorded-writes';
import { hasWorkspace } from './workspace';

/** The stores that queueing needs in the transaction of a save. */
export const OUTBOX_STORES = ['outbox', 'purged', 'upkeep'] as const;

type Queueing = Pick<Transaction, 'objectStore'>;

/**
 * Puts into the outbox what a transaction has written, if this machine is in a workspace. For use within the transaction, after its
 * last write.
 */
export async function queueWrites(
  transaction: Queueing,
  writes: readonly RecordedWrite[],
  now = Date.now(),
): Promise<void> {
  if (!(await hasWorkspace(transaction.objectStore('upkeep')))) return;
  const joined = new Set(writes.flatMap((write) => ('record' in write ? formerIdsOf(write) : [])));
  const last = new Map<string, RecordedWrite>();
  for (const write of writes) if (write.store !== 'drafts') last.set(`${write.store} ${keyIn(write)}`, write);
  for (const write of last.values()) {
    const [store, key] = [write.store as Outgoing['store'], keyIn(write)];
    if ('key' in write && !joined.has(key)) await purge(transaction, write, now);
    if ('record' in write && (store === 'clips' || store === 'issues')) await unpurge(transaction, key, now);
    await queue(transaction, store, key, now);
  }
}

/** For use within a transaction. */
export async function queue(
  transaction: Queueing,
  store: Outgoing['store'],
  key: string,
  now = Date.now(),
): Promise<void> {
  const id = `${store} ${key}`;
  const since = (await transaction.objectStore('outbox').get(id))?.since ?? now;
  await transaction.objectStore('outbox').put({ id, store, key, token: crypto.randomUUID(), since });
}

/** Records that a clip or an issue was deleted for good, so that other machines delete it, too. */
async function purge(
  transaction: Queueing,
  { store, key, before }: Extract<RecordedWrite, { key: string }>,
  now: number,
): Promise<void> {
  const record = (await before) as Clip | Issue | undefined;
  if (record === undefined || (store !== 'clips' && store !== 'issues')) return;
  const purged: Purged = {
    id: key,
    store,
    ...('formerIds' in record && { formerIds: record.formerIds }),
    contents: store === 'clips' ? contentsOfClip(record as Clip) : contentsOfIssue(record as Issue),
    at: new Date(now).toISOString(),
  };
  await transaction.objectStore('purged').put(purged);
  await queue(transaction, 'purged', key, now);
}

/** Undo has restored a record that was deleted for good. For use within a transaction. */
export async function unpurge(transaction: Queueing, key: string, now = Date.now()): Promise<void> {
  if ((await transaction.objectStore('purged').getKey(key)) === undefined) return;
  await transaction.objectStore('purged').delete(key);
  await queue(transaction, 'purged', key, now);
}

function formerIdsOf({ store, record }: Extract<RecordedWrite, { record: unknown }>): readonly string[] {
  return store === 'clips' ? ((record as Clip).formerIds ?? []) : [];
}

function keyIn(write: RecordedWrite): string {
  if ('key' in write) return write.key;
  if (write.store === 'preferences') return write.store;
  const record = write.record as { id?: string; clipId?: string };
  return record.id ?? record.clipId ?? '';
}

/** How many records have not been acknowledged, and since when the oldest. */
export async function countOutgoing(database: Database): Promise<number> {
  return database.count('outbox');
}

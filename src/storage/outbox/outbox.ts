import type { Clip } from '../../news/clip';
import type { Issue } from '../../news/issue';
import { contentsOfClip, contentsOfIssue } from '../../news/merge/record-contents';
import type { Transaction, Writing } from '../database/durable-write';
import type { Database, Outgoing, Purged } from '../database/schema';
import type { RecordedWrite } from './recorded-writes';
import { hasWorkspace } from './workspace';

/** The stores that queueing needs in the transaction of a save. */
export const OUTBOX_STORES = ['outbox', 'purged', 'upkeep'] as const;

type Queueing = Pick<Writing<'outbox' | 'purged'>, 'objectStore'>;

/**
 * Puts into the outbox what a transaction has written, if this machine is in a workspace. For use within the transaction, after its
 * last write. Returns whether there is anything to send.
 */
export async function queueWrites(
  saving: Pick<Transaction, 'objectStore'>,
  writes: readonly RecordedWrite[],
  now = Date.now(),
): Promise<boolean> {
  if (!(await hasWorkspace(saving.objectStore('upkeep')))) return false;
  const transaction = saving as unknown as Queueing; // it has these stores, too
  const joined = new Set(writes.flatMap((write) => ('record' in write ? formerIdsOf(write) : [])));
  const last = new Map<string, RecordedWrite>();
  for (const write of writes) if (isSent(write)) last.set(`${write.store} ${keyIn(write)}`, write);
  for (const write of last.values()) {
    const [store, key] = [write.store as Outgoing['store'], keyIn(write)];
    if ('key' in write && !joined.has(key)) await purge(transaction, write, now);
    if ('record' in write && (store === 'clips' || store === 'issues')) await unpurge(transaction, key, now);
    await queue(transaction, store, key, now);
  }
  return last.size > 0;
}

/** An edition that nobody names is deleted on each machine by itself; on the hub it stays. */
function isSent(write: RecordedWrite): boolean {
  return write.store !== 'drafts' && !('key' in write && write.store === 'editions');
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
    keptSince: now,
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

const CHANNEL = 'clipsheet-outbox';

/** Tells whoever exchanges records with the hub that the outbox has something new. */
export function announceOutgoing(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('queued');
  channel.close();
}

/** The returned function removes the listener. */
export function onOutgoing(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => listener());
  return () => channel.close();
}

/** Puts every record into the outbox, in batches: the hub may lack any of them. */
export async function queueAll(database: Database, now = Date.now()): Promise<void> {
  for (const store of ALL) {
    const keys = await database.getAllKeys(store);
    for (let start = 0; start < keys.length; start += BATCH) {
      const transaction = database.transaction('outbox', 'readwrite', { durability: 'relaxed' });
      await Promise.all(
        keys.slice(start, start + BATCH).map((key) => {
          const id = `${store} ${key}`;
          return transaction.store.put({ id, store, key, token: crypto.randomUUID(), since: now });
        }),
      );
      await transaction.done;
    }
  }
}

const BATCH = 1_000;
/** In the order in which they are sent. */
const ALL: readonly Outgoing['store'][] = [
  'preferences',
  'newsletters',
  'issues',
  'clips',
  'editions',
  'pictures',
  'snapshots',
  'purged',
];

/** What is to be sent, at most so many: issues come before their clips, which would be shown in the inbox otherwise. */
export async function readOutgoing(database: Database, most: number): Promise<Outgoing[]> {
  const { store } = database.transaction('outbox');
  const found: Outgoing[] = [];
  for (const name of ALL)
    if (found.length < most) {
      const range = IDBKeyRange.bound(`${name} `, `${name} \uFFFF`);
      found.push(...(await store.getAll(range, most - found.length)));
    }
  return found;
}

/** How many records the hub has not acknowledged. */
export function countOutgoing(database: Database): Promise<number> {
  return database.count('outbox');
}

/** Removes what was sent, by its token. Entries that have been written again since stay. */
export async function removeSent(database: Database, sent: ReadonlyMap<string, string>): Promise<void> {
  const transaction = database.transaction('outbox', 'readwrite', { durability: 'relaxed' });
  const store = transaction.store;
  await Promise.all(
    [...sent].map(async ([id, token]) => {
      if ((await store.get(id))?.token === token) await store.delete(id);
    }),
  );
  await transaction.done;
}

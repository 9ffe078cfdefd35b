import type { Database } from './schema';

/** The mark of a log that may be torn. It lies beside the database, which is not to be written then, and the worker finds it too. */
const MARK = 'clipsheet-log-may-be-torn';
/** The lock of whoever writes to the store `incoming`. */
export const INCOMING_LOCK = 'clipsheet-incoming';

/** More than Chromium keeps in one log (4 MB), twice: the second begins when the first has been laid down. In records of 60 kB. */
const FILLERS = 150;
const FILLER_SIZE = 60_000;
const FILLERS_AT_ONCE = 25;

/** To be called when room is short, and when the browser has given up a connection: a write may have ended in its midst. */
export async function markLog(): Promise<void> {
  await orNothing(caches.open(MARK));
}

/** Whether the log has been marked since it was renewed last. */
export async function isRenewalDue(): Promise<boolean> {
  return (await orNothing(caches.has(MARK))) === true;
}

/**
 * Has the browser begin a new log of its database. Where the disk was full, the old one may end in half a record, which
 * Chromium does not cut off: what is written after it is lost at the next start, and later the whole database
 * (docs/reliability.md). Does nothing while a backup is being taken in: the next opening does it then.
 */
export async function renewLog(database: Database): Promise<void> {
  await navigator.locks.request(INCOMING_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const markdown = new Uint8Array(FILLER_SIZE);
    for (let filler = 0; filler < FILLERS; filler += FILLERS_AT_ONCE) {
      const transaction = database.transaction('incoming', 'readwrite', { durability: 'strict' });
      const fillers = Array.from({ length: FILLERS_AT_ONCE }, (_, place) => ({
        number: filler + place,
        store: 'snapshots',
        record: { clipId: '', markdown, savedAt: '' },
      }));
      await Promise.all([...fillers.map((each) => transaction.store.put(each)), transaction.done]);
    }
    await clearFillers(database);
    await orNothing(caches.delete(MARK));
  });
}

async function clearFillers(database: Database): Promise<void> {
  for (let filler = 0; filler < FILLERS; filler += FILLERS_AT_ONCE)
    await database.delete('incoming', IDBKeyRange.bound(filler, filler + FILLERS_AT_ONCE - 1));
}

/** Where the browser gives no place beside the database, there is no mark. */
async function orNothing<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}

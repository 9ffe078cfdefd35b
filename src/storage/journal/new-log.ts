import { deleteDB, openDB } from 'idb';
import { storageBuckets } from '../database/replacement-database';

const NAME = 'filler';
/** More than Chromium keeps in one log (4 MB), twice: the second log begins when the first one has been written to tables. */
const RECORDS = 150;
const RECORD_SIZE = 60_000;
const AT_ONCE = 25;
/** Milliseconds. It takes about a second; the message that everything is back need not wait longer for it. */
const LONGEST = 20_000;

/**
 * Has Chromium begin a new log of its databases. If the log is torn, Chromium opens it, appends to it, and deletes all databases
 * at the next start: what was brought back would be lost once more. The records for it are in a database of their own, because all databases
 * of an extension share one log. Firefox has no such log. If space is low, nothing is done. Nobody waits longer than `longest` milliseconds for it.
 */
export async function beginNewLog(longest = LONGEST): Promise<void> {
  if (storageBuckets === undefined) return;
  await Promise.race([writeFiller(), new Promise((resolve) => setTimeout(resolve, longest))]);
}

async function writeFiller(): Promise<void> {
  try {
    const filler = await openDB(NAME, 1, {
      upgrade: (database) => void database.createObjectStore('records'),
    });
    const record = new Uint8Array(RECORD_SIZE);
    for (let first = 0; first < RECORDS; first += AT_ONCE) {
      const transaction = filler.transaction('records', 'readwrite', { durability: 'strict' });
      for (let key = first; key < first + AT_ONCE; key += 1) void transaction.store.put(record, key);
      await transaction.done;
    }
    filler.close();
    await deleteDB(NAME);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // the copy stays, and is offered if the database is lost again
  }
}

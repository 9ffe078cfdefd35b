import * as v from 'valibot';
import { announceChange } from './changes';
import { withDatabase } from './database';
import { writeDurably } from './durable-write';
import { describeFailure, failureSchema, type FailedPart, type Failure } from './failure';
import type { Database } from './schema';
import { DiskFullError, nameStorageError, StorageError } from './storage-errors';

/** How many failures are kept; the oldest go. */
export const MOST_FAILURES = 200;

/** Where failures lie that found no database: the worst ones. Pages have the place, the worker does not. */
const UNWRITTEN = 'failures';
const MOST_UNWRITTEN = 20;

/** Keeps what went wrong, for the options to tell of: in the database or, when that does not open, beside it. */
export async function recordFailure(part: FailedPart, error: unknown, database?: Database): Promise<void> {
  const failure = describeFailure(part, error);
  if (error instanceof DiskFullError) {
    keepUnwritten(failure); // the database is left alone then
    announceChange({ failures: true });
    return;
  }
  try {
    if (database === undefined) await withDatabase((opened) => putFailure(opened, failure));
    else await putFailure(database, failure);
  } catch (problem) {
    if (!(nameStorageError(problem) instanceof StorageError)) throw problem;
    keepUnwritten(failure);
  }
}

/** Records also what nobody has caught. To be called once, in the first turn of a page or of the worker. */
export function recordUncaught(part: FailedPart): void {
  addEventListener('error', ({ error }) => void recordFailure(part, error));
  addEventListener('unhandledrejection', ({ reason }) => void recordFailure(part, reason));
}

/** What went wrong, the latest first. */
export async function readFailures(database: Database): Promise<Failure[]> {
  const written = await database.getAllFromIndex('failures', 'at');
  return [...written, ...readUnwrittenFailures()].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Forgets all failures. `putFailures` brings them back. */
export async function clearFailures(database: Database): Promise<void> {
  await writeDurably(database, ['failures'], (transaction) => transaction.objectStore('failures').clear());
  localStorage.removeItem(UNWRITTEN);
  announceChange({ failures: true });
}

export async function putFailures(database: Database, failures: readonly Failure[]): Promise<void> {
  await writeDurably(database, ['failures'], (transaction) =>
    Promise.all(failures.map((failure) => transaction.objectStore('failures').put(failure))),
  );
  announceChange({ failures: true });
}

/** One more, and the oldest out. */
async function putFailure(database: Database, failure: Failure): Promise<void> {
  const transaction = database.transaction('failures', 'readwrite');
  await transaction.store.put(failure);
  let surplus = (await transaction.store.count()) - MOST_FAILURES;
  let cursor = surplus > 0 ? await transaction.store.index('at').openCursor() : null;
  while (cursor !== null && surplus-- > 0) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
  await transaction.done;
  announceChange({ failures: true });
}

/** What found no database, the oldest first. */
export function readUnwrittenFailures(): Failure[] {
  if (typeof localStorage === 'undefined') return [];
  const stored = localStorage.getItem(UNWRITTEN);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(failureSchema)), stored);
  return parsed.success ? parsed.output : [];
}

function keepUnwritten(failure: Failure): void {
  if (typeof localStorage === 'undefined') return;
  try {
    localStorage.setItem(
      UNWRITTEN,
      JSON.stringify([...readUnwrittenFailures(), failure].slice(-MOST_UNWRITTEN)),
    );
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // there is no room for it anywhere
  }
}

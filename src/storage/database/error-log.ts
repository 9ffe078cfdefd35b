import * as v from 'valibot';
import { announceChange } from './changes';
import { withDatabase } from './database';
import { writeDurably } from './durable-write';
import { loadStorage } from './key-value-storage';
import { pageStorage } from './page-storage';
import { describeFailure, failureSchema, type FailedPart, type Failure } from './failure';
import type { Database } from './schema';
import { DiskFullError, nameStorageError, StorageError } from './storage-errors';

/** How many errors are kept; the oldest are deleted. */
export const MOST_FAILURES = 200;

/**
 * The key in `pageStorage` for errors that could not be written to the database, which are the worst ones. The worker cannot
 * keep them.
 */
const UNWRITTEN = 'failures';
const MOST_UNWRITTEN = 20;

/** Records an error for the options page: in the database or, if that does not open, outside it. */
export async function recordFailure(part: FailedPart, error: unknown, database?: Database): Promise<void> {
  const failure = describeFailure(part, error);
  if (error instanceof DiskFullError) {
    await keepUnwritten(failure); // the database is not used in this case
    announceChange({ failures: true });
    return;
  }
  try {
    if (database === undefined) await withDatabase((opened) => putFailure(opened, failure));
    else await putFailure(database, failure);
  } catch (problem) {
    if (!(nameStorageError(problem) instanceof StorageError)) throw problem;
    await keepUnwritten(failure);
    announceChange({ failures: true });
  }
}

/** Also records uncaught errors. To be called once, when a page or the worker starts. */
export function recordUncaught(part: FailedPart): void {
  addEventListener('error', ({ error }) => void recordFailure(part, error));
  addEventListener('unhandledrejection', ({ reason }) => void recordFailure(part, reason));
}

/** The recorded errors, the latest first. */
export async function readFailures(database: Database): Promise<Failure[]> {
  const written = await database.getAllFromIndex('failures', 'at');
  return [...written, ...(await readUnwrittenFailures())].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Deletes all recorded errors. `putFailures` restores them. */
export async function clearFailures(database: Database): Promise<void> {
  await writeDurably(database, ['failures'], (transaction) => transaction.objectStore('failures').clear());
  pageStorage?.removeItem(UNWRITTEN);
  announceChange({ failures: true });
}

export async function putFailures(database: Database, failures: readonly Failure[]): Promise<void> {
  await writeDurably(database, ['failures'], (transaction) =>
    Promise.all(failures.map((failure) => transaction.objectStore('failures').put(failure))),
  );
  announceChange({ failures: true });
}

/** Adds an error and deletes the oldest ones. */
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

/** The errors that are not in the database, the oldest first. */
export async function readUnwrittenFailures(): Promise<Failure[]> {
  await loadStorage(pageStorage);
  const stored = pageStorage?.getItem(UNWRITTEN);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), v.array(failureSchema)), stored);
  return parsed.success ? parsed.output : [];
}

async function keepUnwritten(failure: Failure): Promise<void> {
  const failures = [...(await readUnwrittenFailures()), failure].slice(-MOST_UNWRITTEN);
  try {
    pageStorage?.setItem(UNWRITTEN, JSON.stringify(failures));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // there is no space for it anywhere
  }
}

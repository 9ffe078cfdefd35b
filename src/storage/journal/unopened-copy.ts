import { deleteDB, openDB, type StoreNames } from 'idb';
import { DATABASE_NAME, openDatabase, withDatabase, type Database } from '../database/database';
import { BUCKET, LAST_REPLACEMENT, nameReplacement, storageBuckets } from '../database/replacement-database';
import type { ClipsheetSchema } from '../database/schema';
import { StorageError } from '../database/storage-errors';
import { joinCopies } from './joined-copies';
import { readCopiedRecords } from './copied-records';
import { listFiles, openFolder } from './copy-folder';
import { lostGenerations } from './own-generation';

const PROBE = 'probe';
/** How many records are read at once. */
const AT_ONCE = 200;

/**
 * A function that reads the copy of a database that does not open, as a backup; `undefined` if there is none. Reading takes seconds in
 * Firefox, listing the files does not.
 */
export async function findUnopenedCopy(): Promise<(() => Promise<Blob>) | undefined> {
  const folder = openFolder(DATABASE_NAME);
  const lost = lostGenerations(await listFiles(folder));
  if (lost.length === 0) return undefined;
  return async () => joinCopies((await readCopiedRecords(folder, lost)).map(({ backup }) => backup));
}

/**
 * Deletes a database that does not open or cannot be read, and reloads the page, which then offers its copy. If the browser
 * cannot delete it either, or opens none in its place, its replacement is created. One that does not open is kept if there is no copy,
 * because the browser may open it later. Only reloads the page if a database that did not open can be read now. Returns `false` if the
 * browser does not even create a replacement. Closes `opened`, or its page would load again before all is done.
 */
export async function renewDatabase(hasCopy: boolean, opened?: Database): Promise<boolean> {
  opened?.close();
  const isRenewed =
    (opened === undefined && (await canBeRead())) ||
    ((hasCopy || (await opens())) && (await succeeds(deleteForGood))) ||
    (await createReplacement());
  if (isRenewed) location.reload();
  return isRenewed;
}

/** Whether it opens, although it may not be readable. Then no page would use a replacement. */
function opens(): Promise<boolean> {
  return succeeds(() => withDatabase(() => Promise.resolve()));
}

/** Another page may have made a new database meanwhile, or another program no longer holds the files. */
function canBeRead(): Promise<boolean> {
  return succeeds(() => withDatabase(readEverything));
}

/** Reads each record and each index once, in batches. Throws if the browser cannot read one; `isUnreadable` recognises that error. */
export async function readEverything(database: Database): Promise<void> {
  for (const store of database.objectStoreNames) await readAll(database, store);
}

async function readAll(database: Database, store: StoreNames<ClipsheetSchema>): Promise<void> {
  const { store: opened } = database.transaction(store);
  for (const index of opened.indexNames) await opened.index(index).count();
  let after: IDBKeyRange | null = null;
  for (;;) {
    const keys: IDBValidKey[] = await database.getAllKeys(store, after, AT_ONCE);
    await database.getAll(store, after, AT_ONCE);
    const last = keys.at(-1);
    if (last === undefined) return;
    after = IDBKeyRange.lowerBound(last, true);
  }
}

/** Chromium also opens no database if a file lies where their folder should be. */
async function deleteForGood(): Promise<void> {
  await deleteReplacements();
  await deleteDB(DATABASE_NAME);
  (await openDB(PROBE)).close();
  await deleteDB(PROBE);
}

async function createReplacement(): Promise<boolean> {
  if (storageBuckets === undefined) return createUnderOtherName();
  await storageBuckets.delete(BUCKET); // its databases do not open either
  await storageBuckets.open(BUCKET, { persisted: true });
  return true;
}

async function createUnderOtherName(): Promise<boolean> {
  const highest = await deleteReplacements();
  if (highest === LAST_REPLACEMENT) return false;
  const name = nameReplacement(DATABASE_NAME, highest + 1);
  return succeeds(async () => (await openDatabase({ name })).close());
}

/** Returns the highest number of those that the browser cannot delete, or 0. Chromium has none: they are in the bucket. */
async function deleteReplacements(): Promise<number> {
  let highest = 0;
  for (let number = 1; number <= LAST_REPLACEMENT; number += 1)
    if (!(await succeeds(() => deleteDB(nameReplacement(DATABASE_NAME, number))))) highest = number;
  return highest;
}

async function succeeds(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof StorageError)) throw error;
    return false;
  }
}

/** Whether the browser has opened the database, but cannot read it. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'UnknownError';
}

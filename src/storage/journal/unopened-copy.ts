import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME, openDatabase } from '../database/database';
import { BUCKET, listReplacements, nameReplacement, storageBuckets } from '../database/replacement-database';
import { StorageError } from '../database/storage-errors';
import { joinCopies } from './joined-copies';
import { readCopiedRecords } from './copied-records';
import { listFiles, openFolder } from './copy-folder';
import { lostGenerations } from './own-generation';

const PROBE = 'probe';
/** How many names of replacements are tried. */
const TRIES = 9;

/** The copy of a database that does not open, as a backup; `undefined` if there is none. */
export async function readUnopenedCopy(): Promise<Blob | undefined> {
  const folder = openFolder(DATABASE_NAME);
  const copies = await readCopiedRecords(folder, lostGenerations(await listFiles(folder)));
  return copies.length === 0 ? undefined : joinCopies(copies.map(({ backup }) => backup));
}

/**
 * Deletes a database that does not open, and reloads the page, which then offers its copy. If the browser cannot delete it
 * either, or opens none in its place, its replacement is created. Returns `false` if the browser does not even create that.
 */
export async function renewDatabase(): Promise<boolean> {
  const isRenewed = (await succeeds(deleteForGood)) || (await createReplacement());
  if (isRenewed) location.reload();
  return isRenewed;
}

/** Chromium also opens no database if a file lies where their folder should be. */
async function deleteForGood(): Promise<void> {
  await deleteReplacements();
  await deleteDB(DATABASE_NAME);
  (await openDB(PROBE)).close();
  await deleteDB(PROBE);
}

async function createReplacement(): Promise<boolean> {
  if (storageBuckets !== undefined) {
    await storageBuckets.delete(BUCKET); // its databases do not open either
    await storageBuckets.open(BUCKET, { persisted: true });
    return true;
  }
  const first = 1 + Math.max(0, ...(await listReplacements(DATABASE_NAME)));
  for (let number = first; number < first + TRIES; number += 1)
    if (await succeeds(() => createDatabase(nameReplacement(DATABASE_NAME, number)))) return true;
  return false;
}

/** Only Firefox has some. What it cannot delete stays, because the next one gets a higher number. */
async function deleteReplacements(): Promise<void> {
  if (storageBuckets !== undefined) return;
  for (const number of await listReplacements(DATABASE_NAME))
    await succeeds(() => deleteDB(nameReplacement(DATABASE_NAME, number)));
}

/** A database that Firefox cannot delete may have lost its name, too, so that it is not listed. */
async function createDatabase(name: string): Promise<void> {
  await deleteDB(name);
  (await openDatabase({ name })).close();
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

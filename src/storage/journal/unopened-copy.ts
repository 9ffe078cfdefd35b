import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME } from '../database/database';
import { BUCKET, storageBuckets } from '../database/database-bucket';
import { joinCopies } from './joined-copies';
import { readCopiedRecords } from './copied-records';
import { listFiles, openFolder } from './copy-folder';
import { lostGenerations } from './own-generation';

const PROBE = 'probe';

/** The copy of a database that does not open, as a backup; `undefined` if there is none. */
export async function readUnopenedCopy(): Promise<Blob | undefined> {
  const folder = openFolder(DATABASE_NAME);
  const copies = await readCopiedRecords(folder, lostGenerations(await listFiles(folder)));
  return copies.length === 0 ? undefined : joinCopies(copies.map(({ backup }) => backup));
}

/**
 * Deletes a database that does not open, and reloads the page, which then offers its copy. If the browser cannot delete it
 * either, or opens none in its place, the new one is created in a bucket. Returns `false` if the browser has no buckets.
 */
export async function renewDatabase(): Promise<boolean> {
  if (!(await canReplaceDatabase())) {
    if (storageBuckets === undefined) return false;
    await storageBuckets.delete(BUCKET); // its databases do not open either
    await storageBuckets.open(BUCKET, { persisted: true });
  }
  location.reload();
  return true;
}

/** Chromium also opens no database if a file lies where their folder should be. */
async function canReplaceDatabase(): Promise<boolean> {
  try {
    await deleteDB(DATABASE_NAME);
    (await openDB(PROBE)).close();
    await deleteDB(PROBE);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

/** Whether the browser has opened the database, but cannot read it. */
export function isUnreadable(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'UnknownError';
}

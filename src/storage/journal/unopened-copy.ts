import { deleteDB } from 'idb';
import { DATABASE_NAME } from '../database/database';
import { readCopiedRecords } from './copied-records';
import { listFiles, openFolder } from './copy-folder';
import { lostGenerations } from './own-generation';

/** The copy of a database that does not open, as a backup. `undefined`: there is none. */
export async function readUnopenedCopy(): Promise<Blob | undefined> {
  const folder = openFolder(DATABASE_NAME);
  const latest = lostGenerations(await listFiles(folder)).at(-1);
  return latest && (await readCopiedRecords(folder, latest)).backup;
}

/**
 * Removes a database that does not open, and shows the page anew: there its copy is offered. `false`: the browser does not remove it
 * either, as where Chromium misses the list of its files (`MANIFEST`).
 */
export async function renewDatabase(): Promise<boolean> {
  try {
    await deleteDB(DATABASE_NAME);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
  location.reload();
  return true;
}

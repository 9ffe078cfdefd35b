import { deleteDB } from 'idb';
import { DATABASE_NAME } from '../database/database';
import { readCopiedRecords } from './copied-records';
import { listFiles, openFolder } from './copy-folder';
import { lostGenerations } from './own-generation';

/** The copy of a database that does not open, as a backup; `undefined` if there is none. */
export async function readUnopenedCopy(): Promise<Blob | undefined> {
  const folder = openFolder(DATABASE_NAME);
  return (await readCopiedRecords(folder, lostGenerations(await listFiles(folder)))).at(-1)?.backup;
}

/**
 * Deletes a database that does not open, and reloads the page, which then offers its copy. Returns `false` if the browser
 * cannot delete it either, as when Chromium cannot find the list of its files (`MANIFEST`).
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

import { printForms } from '../src/newsletter/printed-forms';
import { openDatabase, type Database } from '../src/storage/database/database';
import { nameStorageError } from '../src/storage/database/storage-errors';
import { storeMissingEditions } from '../src/storage/publishing';
import type { OpenDatabase } from './controls/use-connection';

/**
 * Issues that are published already are stored as they are printed, before the house style can be changed. If the database opens but cannot be
 * read, opens it again, because Chromium closes and deletes such a database and makes a new one, for which the page offers the
 * copy. If that cannot be read either, throws DatabaseUnavailableError, so that the page offers the copy at once.
 */
export const openPrepared: OpenDatabase = async (opening) => {
  try {
    return await prepare(opening);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return prepare(opening).catch((again: unknown) => {
      throw nameStorageError(again);
    });
  }
};

async function prepare(opening: Parameters<OpenDatabase>[0]): Promise<Database> {
  const database = await openDatabase(opening);
  try {
    await storeMissingEditions(database, printForms);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

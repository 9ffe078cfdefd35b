import { printForms } from '../src/newsletter/printed-forms';
import { openDatabase } from '../src/storage/database/database';
import { nameStorageError } from '../src/storage/database/storage-errors';
import { isUnreadable } from '../src/storage/journal/unopened-copy';
import { storeMissingEditions } from '../src/storage/publishing';
import type { OpenDatabase } from './controls/use-connection';

/**
 * Issues that are published already are stored as they are printed, before the house style can be changed. If the database opens but cannot be
 * read, throws DatabaseUnavailableError, so that the page offers its copy.
 */
export const openPrepared: OpenDatabase = async (opening) => {
  const database = await openDatabase(opening);
  try {
    await storeMissingEditions(database, printForms);
    return database;
  } catch (error) {
    database.close();
    throw isUnreadable(error) ? nameStorageError(error) : error;
  }
};

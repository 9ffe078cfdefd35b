import { openDB } from 'idb';
import { createFirstStores } from './migrations/1-first-stores';
import { addUpkeepStores } from './migrations/2-upkeep-stores';
import { addSearchIndex } from './migrations/3-search-index';
import { addJoinedClips } from './migrations/4-joined-clips';
import { addNewsletters } from './migrations/5-newsletters';
import { moveToInbox } from './migrations/6-inbox';
import { addEditions } from './migrations/7-editions';
import { addOutbox } from './migrations/8-outbox';
import { allowFurtherNewsletters } from './migrations/9-further-newsletters';
import type { Migration } from './migrations/migration';
import { measureFreeSpace, recognizeDiskFull } from './free-space';
import type { ClipsheetSchema, Database } from './schema';
import { DatabaseBlockedError, DatabaseUnavailableError, nameStorageError } from './storage-errors';

export type { Database } from './schema';

export const DATABASE_NAME = 'clipsheet';

/** In order. The first one creates version 1 in an empty database. */
export const MIGRATIONS: readonly Migration[] = [
  createFirstStores,
  addUpkeepStores,
  addSearchIndex,
  addJoinedClips,
  addNewsletters,
  moveToInbox,
  addEditions,
  addOutbox,
  allowFurtherNewsletters,
];
export const SCHEMA_VERSION = MIGRATIONS.length;

/** How long another tab may take to finish its writes before an upgrade counts as blocked, in milliseconds. */
const PATIENCE = 3_000;

/** Finds the replacement of a database that does not open. Workers must set `enter`, because they cannot import while they run. */
export const fallback = {
  enter: (name: string) => import('./replacement-database').then((module) => module.enterReplacement(name)),
};

export interface OpenOptions {
  name?: string;
  /**
   * Called when something else closes this connection: a page that upgrades or deletes the database, or the browser, which may have
   * lost it.
   */
  onClosed?: (by: 'page' | 'browser') => void;
  migrations?: readonly Migration[];
}

/**
 * Opens the database; creates or upgrades it if necessary. The connection never blocks an upgrade, because it closes itself.
 * Throws DatabaseBlockedError, DatabaseTooNewError, DatabaseUnavailableError or DiskFullError.
 */
export async function openDatabase(opening: OpenOptions = {}): Promise<Database> {
  const { name = DATABASE_NAME, onClosed, migrations = MIGRATIONS } = opening;
  const blocked = Promise.withResolvers<never>();
  let patience: ReturnType<typeof setTimeout> | undefined;
  void measureFreeSpace();
  try {
    const opened = openDB<ClipsheetSchema>(name, migrations.length, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        transaction.done.catch(() => undefined); // an error that ends the upgrade also ends the opening, which reports it
        migrate(migrations.slice(oldVersion), database as never, transaction as never).catch(() =>
          transaction.abort(),
        );
      },
      blocked() {
        patience = setTimeout(() => {
          blocked.reject(new DatabaseBlockedError(`${name} is open elsewhere`));
          void opened.then(
            (late) => late.close(),
            () => undefined, // a later error has been reported as blocked already
          );
        }, PATIENCE);
      },
      blocking(_oldVersion, _newVersion, event) {
        (event.target as IDBDatabase).close();
        onClosed?.('page');
      },
      ...(onClosed && { terminated: () => onClosed('browser') }),
    });
    return await Promise.race([opened, blocked.promise]);
  } catch (error) {
    const named = nameStorageError(error);
    const replacement = named instanceof DatabaseUnavailableError && (await fallback.enter(name));
    if (replacement) return await openDatabase({ ...opening, name: replacement });
    throw await recognizeDiskFull(named);
  } finally {
    clearTimeout(patience);
  }
}

/** Opens the database for one piece of work and closes it afterwards in any case. For a worker, which may end at any time. */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

async function migrate(migrations: readonly Migration[], ...upgrade: Parameters<Migration>): Promise<void> {
  for (const migration of migrations) await migration(...upgrade);
}

import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * Takes the database from one version to the next, inside the upgrade's transaction: await nothing but the database. Never
 * change a migration that has shipped; add another one that repairs it. A migration uses no current types, because those are of
 * later versions.
 */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

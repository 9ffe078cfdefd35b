import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * Takes the database from one version to the next, inside the upgrade's transaction: await nothing but the database.
 * A migration that has shipped is never changed; the next one repairs it. It knows no types of today, which are later ones.
 */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

import type { DatabaseStorage } from './database-storage';

/** What must be readable without the database of the records. Reads and writes are synchronous. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Resolves when all that was written earlier can be read. */
export async function loadStorage(storage: KeyValueStorage | undefined): Promise<void> {
  if (import.meta.env.MODE === 'firefox') await (storage as DatabaseStorage | undefined)?.load();
}

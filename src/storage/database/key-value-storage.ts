import type { DatabaseStorage } from './database-storage';

/** What must be readable without the database of the records. Reads and writes are synchronous. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Resolves when all that was written earlier can be read, or the browser refuses or does not answer. Returns whether it can be read. */
export async function loadStorage(storage: KeyValueStorage | undefined): Promise<boolean> {
  if (import.meta.env.MODE !== 'firefox') return true;
  return (await (storage as DatabaseStorage | undefined)?.load()) !== false;
}

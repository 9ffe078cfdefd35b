import type { Database } from './schema';

// The schema has one record for this store; this is another one.
const KEY = 'purge' as 'upkeep';

/** For use within a transaction. */
interface LocalStateStore {
  put: (value: never, key: typeof KEY) => Promise<unknown>;
}

/** Records that something was deleted for good outside of a save, so that its copies must be removed soon. */
export function notePurge(store: LocalStateStore): Promise<unknown> {
  return store.put(Date.now() as never, KEY);
}

/** When that happened last, in milliseconds since 1970. */
export async function readPurge(database: Database): Promise<number> {
  return ((await database.get('upkeep', KEY)) as unknown as number | undefined) ?? 0;
}

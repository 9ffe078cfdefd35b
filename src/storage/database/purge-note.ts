import type { Database } from './schema';

// The schema knows one record of this store; this is another.
const KEY = 'purge' as 'upkeep';

/** For use within a transaction. */
interface Upkeep {
  put: (value: never, key: typeof KEY) => Promise<unknown>;
}

/** Notes that something was deleted for good by no save: what was copied of it is to go soon. */
export function notePurge(upkeep: Upkeep): Promise<unknown> {
  return upkeep.put(Date.now() as never, KEY);
}

/** When that was last, in milliseconds since 1970. */
export async function readPurge(database: Database): Promise<number> {
  return ((await database.get('upkeep', KEY)) as unknown as number | undefined) ?? 0;
}

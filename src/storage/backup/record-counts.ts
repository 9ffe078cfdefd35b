import type { Store } from './backup-content';
import type { Database } from '../database/schema';

/** How many records of each kind there are, at one moment. */
export async function countRecords<Name extends Store>(
  database: Database,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const transaction = database.transaction(names);
  const counts = await Promise.all(
    names.map(async (name) => [name, await transaction.objectStore(name).count()] as const),
  );
  return Object.fromEntries(counts) as Record<Name, number>; // one for each name
}

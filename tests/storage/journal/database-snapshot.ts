import type { Database } from '../../../src/storage/database/database';

/** The records of some stores, all from the same time. */
export type Stored = [store: 'clips' | 'issues' | 'upkeep', records: unknown[], keys: IDBValidKey[]][];

export async function snapshotOf(database: Database): Promise<Stored> {
  const stores = ['clips', 'issues', 'upkeep'] as const;
  return Promise.all(
    stores.map(async (store) => [store, await database.getAll(store), await database.getAllKeys(store)]),
  );
}

export async function putBack(database: Database, stored: Stored): Promise<void> {
  for (const [store, records, keys] of stored) {
    await database.clear(store);
    for (const [place, record] of records.entries())
      await database.put(store, record as never, store === 'upkeep' ? (keys[place] as never) : undefined);
  }
}

import { openDB } from 'idb';

/** A database of an earlier version as data, from tests/schema/N.json. Snapshots and pictures are in base64. */
export interface PastDatabase {
  version: number;
  stores: Record<string, { keyPath: string | string[] | null; indexes: string[] }>;
  records: { store: string; record: Record<string, unknown> }[];
}

/** Creates the database as that version of Clipsheet left it, and closes it. */
export async function makePastDatabase(name: string, past: PastDatabase): Promise<void> {
  const database = await openDB(name, past.version, {
    upgrade(empty) {
      for (const [store, { keyPath, indexes }] of Object.entries(past.stores)) {
        const made = empty.createObjectStore(store, { keyPath });
        for (const index of indexes) made.createIndex(index, index);
      }
    },
  });
  for (const { store, record } of past.records)
    await database.put(store, withBytes(record), store === 'preferences' ? store : undefined);
  database.close();
}

function withBytes(record: Record<string, unknown>): Record<string, unknown> {
  const { markdown, data, type, ...rest } = record;
  if (typeof markdown === 'string') return { ...rest, markdown: Uint8Array.fromBase64(markdown) };
  if (typeof data === 'string' && typeof type === 'string')
    return { ...rest, data: new Blob([Uint8Array.fromBase64(data)], { type }) };
  return record;
}

/** The stores and indexes of a database, in the form of tests/schema/. */
export async function describeStores(name: string): Promise<PastDatabase['stores']> {
  const database = await openDB(name);
  const stores = [...database.objectStoreNames].map((store) => {
    const { keyPath, indexNames } = database.transaction(store).store;
    return [store, { keyPath, indexes: [...indexNames] }];
  });
  database.close();
  return Object.fromEntries(stores) as PastDatabase['stores'];
}

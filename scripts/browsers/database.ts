import type { View } from './session.ts';

/**
 * All records of each store of the database, read in one transaction in a page of the extension. Throws if there is no
 * database.
 */
export function readStored(page: View, ...stores: string[]): Promise<unknown[][]> {
  return page.run(transact, stores, [] as object[][], [] as string[], 'getAll' as const) as Promise<
    unknown[][]
  >;
}

/** How many records each store has. Reading thousands would block all pages of the extension, which share a thread. */
export function countStored(page: View, ...stores: string[]): Promise<number[]> {
  return page.run(transact, stores, [] as object[][], [] as string[], 'count' as const) as Promise<number[]>;
}

/** Puts records into stores of the database, some of which are cleared before, in one transaction in a page of the extension. */
export async function putStored(
  page: View,
  records: Readonly<Record<string, object[]>>,
  emptied: string[] = [],
): Promise<void> {
  await page.run(transact, Object.keys(records), Object.values(records), emptied, 'getAll' as const);
}

/** Runs in the page: puts each store's records, or reads or counts all of the stores if there are no records to put. */
async function transact(
  stores: string[],
  records: object[][],
  emptied: string[],
  read: 'getAll' | 'count',
): Promise<(unknown[] | number)[]> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database refuses'));
    });
  const open = (factory: IDBFactory, name = 'clipsheet') => {
    const opening = factory.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort(); // it is for Clipsheet to make it
    return done(opening);
  };
  const database = await open(indexedDB).catch(async (error: unknown) => {
    type Buckets = Record<'keys', () => Promise<string[]>> &
      Record<'open', (name: string) => Promise<{ indexedDB: IDBFactory }>>;
    const { storageBuckets } = navigator as { storageBuckets?: Buckets };
    // Where Clipsheet has created a new one: in a bucket, or under another name, of which the last one counts.
    if ((await storageBuckets?.keys())?.includes('database') && storageBuckets !== undefined)
      return open((await storageBuckets.open('database')).indexedDB);
    const names = [1, 2, 3, 4, 5].map((number) => `clipsheet replacement ${number}`);
    const replacements = await Promise.allSettled(names.map((name) => open(indexedDB, name)));
    const opened = replacements.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    for (const former of opened.slice(0, -1)) former.close();
    const latest = opened.at(-1);
    if (latest === undefined) throw error;
    return latest;
  });
  try {
    const transaction = database.transaction(stores, records.length > 0 ? 'readwrite' : 'readonly');
    const committed = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('The database refuses'));
    });
    for (const store of emptied) transaction.objectStore(store).clear();
    stores.forEach((store, place) =>
      records[place]?.forEach((record) => transaction.objectStore(store).put(record)),
    );
    const asked = records.length > 0 ? [] : stores;
    const all = Promise.all(
      asked.map(async (name) => {
        const store = transaction.objectStore(name);
        return read === 'count' ? done(store.count()) : done<unknown[]>(store.getAll());
      }),
    );
    return (await Promise.all([all, committed]))[0];
  } finally {
    database.close();
  }
}

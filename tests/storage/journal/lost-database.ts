import { onTestFinished } from 'vitest';
import type { ClipContent } from '../../../src/news/clip';
import { openDatabase, type Database } from '../../../src/storage/database/database';
import { maintainCopy } from '../../../src/storage/journal/copy-upkeep';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { article } from '../fresh-database';

export async function openNamed(name: string): Promise<Database> {
  const database = await openDatabase({ name });
  onTestFinished(() => database.close());
  return database;
}

/** What the browser does with a database that it cannot read. */
export async function loseDatabase(database: Database): Promise<Database> {
  const { name } = database;
  database.close();
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve;
  });
  return openNamed(name);
}

export async function bringBack(database: Database): Promise<void> {
  await (await findLostRecords(database))?.bringBack();
}

/** In milliseconds: no multiple of the time that all turns take, so that each place has its turn. */
const BETWEEN_STEPS = 62_000;

/** Takes the steps that are due, at most `steps` of them, each as late as it has to wait. */
export async function bringUpToDate(database: Database, steps = Infinity): Promise<void> {
  let now = Date.now() + BETWEEN_STEPS;
  let again: number | undefined = 0;
  for (let step = 0; step < steps && again !== undefined; step += 1) {
    again = await maintainCopy(database, () => now);
    now += BETWEEN_STEPS;
  }
}

export function numbered(number: number): ClipContent {
  return { ...article, headline: `Number ${number}`, address: `https://www.daily.example/${number}` };
}

/** The content of a database, as the browser has it in its files. */
export async function keepState({ name }: Database): Promise<Map<string, [IDBValidKey, unknown][]>> {
  const database = await openNamed(name);
  const state = new Map<string, [IDBValidKey, unknown][]>();
  for (const store of database.objectStoreNames) {
    const keys = await database.getAllKeys(store);
    const values = await database.getAll(store);
    state.set(
      store,
      keys.map((key, place) => [key, values[place]]),
    );
  }
  return state;
}

/** What the browser does with a database of whose log the end is cut off. */
export async function setBack(
  database: Database,
  state: ReadonlyMap<string, readonly [IDBValidKey, unknown][]>,
): Promise<Database> {
  const emptied = await loseDatabase(database);
  for (const store of emptied.objectStoreNames) {
    await emptied.clear(store);
    const transaction = emptied.transaction(store, 'readwrite');
    for (const [key, value] of state.get(store) ?? [])
      await (transaction.store.keyPath === null
        ? transaction.store.put(value as never, key as never)
        : transaction.store.put(value as never));
    await transaction.done;
  }
  return emptied;
}

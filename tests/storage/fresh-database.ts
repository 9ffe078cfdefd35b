import { deleteDB } from 'idb';
import { onTestFinished } from 'vitest';
import type { ClipContent } from '../../src/news/clip';
import type { ClockAndIds } from '../../src/storage/database/clock';
import { openDatabase, type Database, type OpenOptions } from '../../src/storage/database/database';

/** A name that no other test uses. A database with it is deleted when the test has finished. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => {
    indexedDB.deleteDatabase(name);
  });
  return name;
}

/** A separate connection to a database with this name, closed when the test has finished. */
export async function openFreshDatabase(opening: OpenOptions = {}): Promise<Database> {
  const database = await openDatabase({ name: freshName(), ...opening });
  onTestFinished(() => database.close());
  return database;
}

/** Closes and deletes databases before their test has finished: those of hundreds of runs would fill the browser's storage. */
export async function discard(...databases: readonly Database[]): Promise<void> {
  for (const database of databases) {
    database.close();
    await deleteDB(database.name);
  }
}

/** A clock that starts at 23 February 2023, 09:00 UTC, and advances a second at each reading; ids are `prefix1`, `prefix2`, … */
export function tickingClock(prefix = 'id'): ClockAndIds {
  let seconds = 0;
  let ids = 0;
  return {
    now: () => new Date(Date.UTC(2023, 1, 23, 9, 0, seconds++)),
    newId: () => `${prefix}${++ids}`,
  };
}

export const article: ClipContent = {
  address: 'https://www.daily.example/talks',
  headline: 'Talks go on',
  outlet: 'The Daily',
  publishedOn: '2023-02-20',
  showDate: true,
  showLanguage: false,
  quotes: [{ id: 'first', markdown: 'The talks **will** go on.' }],
};

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

/** Takes the steps that are due, at most `steps` of them, each as late as it has to wait. */
export async function bringUpToDate(database: Database, steps = Infinity): Promise<void> {
  let now = Date.now() + 60_000;
  let again: number | undefined = 0;
  for (let step = 0; step < steps && again !== undefined; step += 1) {
    again = await maintainCopy(database, now);
    now += 60_000;
  }
}

export function numbered(number: number): ClipContent {
  return { ...article, headline: `Number ${number}`, address: `https://www.daily.example/${number}` };
}

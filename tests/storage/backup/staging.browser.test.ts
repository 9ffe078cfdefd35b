import { expect, it } from 'vitest';
import type { Database } from '../../../src/storage/database/database';
import { saveClip } from '../../../src/storage/saved-clip';
import { clearStaged } from '../../../src/storage/backup/staging';
import { article, freshName, openFreshDatabase } from '../fresh-database';
import KilledRestoring from '../killed-restoring?worker';

/** A restore in progress in another page, and a function that closes that page. */
async function restoreElsewhere(): Promise<{ database: Database; kill: () => void }> {
  const name = freshName();
  const database = await openFreshDatabase({ name });
  await saveClip(database, { content: article });
  const worker = new KilledRestoring();
  const staged = new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(name);
  await staged;
  return { database, kill: () => worker.terminate() };
}

const countStaged = (database: Database) => database.count('incoming');

it('removes what an interrupted restore has left, and nothing else', async () => {
  const { database, kill } = await restoreElsewhere();
  kill();
  expect(await countStaged(database)).toBeGreaterThan(0);
  const clearAgain = async () => {
    await clearStaged(database);
    return countStaged(database);
  };
  await expect.poll(clearAgain).toBe(0);
  expect(await database.count('clips')).toBe(1);
});

it('keeps what a restore in progress has staged', async () => {
  const { database, kill } = await restoreElsewhere();
  const staged = await countStaged(database);
  await clearStaged(database);
  expect(await countStaged(database)).toBe(staged);
  kill();
});

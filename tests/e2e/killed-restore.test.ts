import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom.ts';

describe('what a restoring has left whose page was closed in its midst', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom('chromium');
  });
  afterAll(() => room.close());

  it.each(['desk/index.html', 'options/index.html'])('is gone when %s is opened', async (path) => {
    const page = await room.session.openExtensionPage(path);
    await expect.poll(() => page.run(countStaged, false)).toBe(0);
    expect(await page.run(countStaged, true)).toBe(1);
    await page.goTo(await page.address());
    await expect.poll(() => page.run(countStaged, false)).toBe(0);
  });
});

/** How many records are staged, of which one more may be put there first. Runs in the page; `undefined` before there is a database. */
async function countStaged(isOneMore: boolean): Promise<number | undefined> {
  const answer = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
    });
  if (!(await indexedDB.databases()).some(({ name }) => name === 'clipsheet')) return undefined;
  const database = await answer(indexedDB.open('clipsheet'));
  const store = database.transaction('incoming', 'readwrite').objectStore('incoming');
  if (isOneMore) store.put({ number: 0, store: 'clips', record: {} });
  const count = await answer(store.count());
  database.close();
  return count;
}

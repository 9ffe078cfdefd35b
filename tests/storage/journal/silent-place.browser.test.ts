import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { maintainCopy } from '../../../src/storage/journal/copy-upkeep';
import { listFiles, openFolder } from '../../../src/storage/journal/copy-folder';
import type { CopyPlace } from '../../../src/storage/journal/copy-place';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { article, freshName } from '../fresh-database';
import { bringUpToDate, loseDatabase, openNamed } from './lost-database';

/* Chromium sometimes never answers a write into the origin private file system. This cannot be provoked, so it is imitated. */

let outcomes: unknown[];
beforeEach(() => {
  outcomes = [];
  copySaves((error) => outcomes.push(error));
});
afterEach(() => {
  vi.restoreAllMocks();
  copySaves(() => undefined);
});

const never = () => new Promise<never>(() => undefined);

it('says “Saved” although a file system never answers, and brings the clip back', async () => {
  const database = await openNamed(freshName());
  vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockImplementation(never);
  await saveClip(database, { content: article });
  expect(outcomes).toStrictEqual([undefined]);
  vi.restoreAllMocks();
  const emptied = await loseDatabase(database);
  const lost = await findLostRecords(emptied);
  expect(lost?.clips).toBe(1);
});

it('says “Saved” when a second place has the save, too', async () => {
  const database = await openNamed(freshName());
  const { files } = openFolder(database.name);
  const isIn = async (place: CopyPlace) => (await place.names()).some((name) => name.startsWith('save.'));
  const inFiles = async () => (await Promise.all(files.map(isIn))).filter(Boolean).length;
  const answer = Promise.withResolvers<undefined>();
  // Another page writes into these places.
  void navigator.locks.request(`clipsheet-copy-${database.name}`, () => answer.promise);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); // no time limit ends
  onTestFinished(() => void vi.useRealTimers());
  let isSaved = false;
  const saving = saveClip(database, { content: article }).then(() => (isSaved = true));
  await vi.waitUntil(async () => (await database.count('clips')) === 1);
  expect([await inFiles(), isSaved]).toStrictEqual([0, false]);
  answer.resolve(undefined);
  await saving;
  expect(await inFiles()).toBe(1);
});

it('copies a save into the second place later if the page was closed before', async () => {
  const database = await openNamed(freshName());
  vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(
    new DOMException('closed', 'AbortError'),
  );
  await saveClip(database, { content: article });
  expect(outcomes).toStrictEqual([undefined]);
  vi.restoreAllMocks();
  await bringUpToDate(database);
  await openFolder(database.name).cache?.renew();
  expect(await findLostRecords(await loseDatabase(database))).toMatchObject({ clips: 1, unreadable: 0 });
});

it('says within seconds that everything is back, however many losses there were before', async () => {
  let database = await openNamed(freshName());
  for (let loss = 1; loss <= 40; loss += 1) {
    await saveClip(database, { content: { ...article, address: `https://news.example/${loss}` } });
    database = await loseDatabase(database);
  }
  const lost = await findLostRecords(database);
  expect(lost?.clips).toBe(40);
  vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockImplementation(never);
  await lost?.bringBack(); // one note after another, each waiting a second, would exceed the time of this test
  expect(await database.count('clips')).toBe(40);
  vi.restoreAllMocks();
  expect(await findLostRecords(await loseDatabase(database))).toMatchObject({ clips: 40 });
});

it('clears no file system because it does not answer', async () => {
  const database = await openNamed(freshName());
  await saveClip(database, { content: article });
  await bringUpToDate(database);
  const before = await listFiles(openFolder(database.name));
  vi.spyOn(FileSystemDirectoryHandle.prototype, 'keys').mockImplementation(neverList);
  const cleared = vi.spyOn(FileSystemDirectoryHandle.prototype, 'removeEntry');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let isOver = false;
  // The cache may answer later than these ten seconds take here.
  const end = () => (isOver = true);
  void maintainCopy(database).then(end, end);
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    expect(isOver).toBe(true);
  });
  expect(cleared).not.toHaveBeenCalled();
  vi.useRealTimers();
  vi.restoreAllMocks();
  expect(await listFiles(openFolder(database.name))).toStrictEqual(before);
});

async function* neverList(): AsyncGenerator<string, undefined> {
  yield await never();
  return undefined;
}

import { expect, it, onTestFinished, vi } from 'vitest';
import { draftWriter } from '../../../src/storage/drafts';
import { recordFailure } from '../../../src/storage/database/error-log';
import { savePicture } from '../../../src/storage/pictures';
import { measureFreeSpace } from '../../../src/storage/database/free-space';
import { saveClip } from '../../../src/storage/saved-clip';
import { dropSnapshots, measureSnapshots, readSnapshot, saveSnapshot } from '../../../src/storage/snapshots';
import { DiskFullError } from '../../../src/storage/database/storage-errors';
import { article, openFreshDatabase } from '../fresh-database';

/** Makes commits end as on a full disk: the requests succeed, then the transaction is aborted. */
function fillDisk(): void {
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
    this: IDBTransaction,
  ) {
    Object.defineProperty(this, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
    this.abort();
  });
  onTestFinished(() => commit.mockRestore());
}

/** Reports this much free space, in megabytes, until the test is over. The database itself could still write. */
async function leaveRoom(megabytes: number): Promise<void> {
  const estimate = vi
    .spyOn(StorageManager.prototype, 'estimate')
    .mockImplementation(() => Promise.resolve({ usage: 1e6, quota: (megabytes + 1) * 1e6 }));
  await measureFreeSpace();
  onTestFinished(async () => {
    estimate.mockRestore();
    await measureFreeSpace();
  });
}

it('says that the disk is full, and nothing of the clip is saved', async () => {
  const database = await openFreshDatabase();
  fillDisk();
  await expect(saveClip(database, { content: article, newSection: 'Trade' })).rejects.toThrow(DiskFullError);
  expect(await database.count('clips')).toBe(0);
  expect(await database.count('issues')).toBe(0);
});

it('says that the disk is full when a single record does not fit', async () => {
  const database = await openFreshDatabase();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await expect(savePicture(database, new Blob(['picture']))).rejects.toThrow(DiskFullError);
  put.mockRestore();
  expect(await database.count('pictures')).toBe(0);
});

it('says that the disk is full for a draft, and keeps the draft that was there', async () => {
  const database = await openFreshDatabase();
  const onFailure = vi.fn();
  const writer = draftWriter(database, onFailure);
  const draft = { key: 'here', content: article, touched: [], changedAt: '2023-02-23T09:00:00.000Z' };
  writer.write(draft);
  await writer.flush();
  fillDisk();
  writer.write({ ...draft, touched: ['comment'] });
  await writer.flush();
  expect(onFailure.mock.calls).toStrictEqual([[expect.any(DiskFullError)]]);
  expect(await database.get('drafts', 'here')).toStrictEqual(draft);
});

it('saves nothing if there is less space than the browser needs, and saves again when there is more', async () => {
  const database = await openFreshDatabase();
  await leaveRoom(20);
  await expect(saveClip(database, { content: article })).rejects.toThrow(DiskFullError);
  expect(await database.count('clips')).toBe(0);
  await leaveRoom(1000);
  await saveClip(database, { content: article });
  expect(await database.count('clips')).toBe(1);
});

it('keeps a draft outside the database if there is less space than the browser needs', async () => {
  const database = await openFreshDatabase();
  await leaveRoom(20);
  const onFailure = vi.fn();
  const writer = draftWriter(database, onFailure);
  writer.write({ key: 'here', content: article, touched: [], changedAt: '2023-02-23T09:00:00.000Z' });
  await writer.flush();
  expect(onFailure.mock.calls).toStrictEqual([[expect.any(DiskFullError)]]);
  expect(await database.count('drafts')).toBe(0);
});

it('calls it a full disk if the database fails and there is no space', async () => {
  const database = await openFreshDatabase();
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
    this: IDBTransaction,
  ) {
    Object.defineProperty(this, 'error', { value: new DOMException('IO error', 'UnknownError') });
    this.abort();
  });
  onTestFinished(() => commit.mockRestore());
  vi.spyOn(StorageManager.prototype, 'estimate').mockResolvedValue({ usage: 1e6, quota: 1e6 });
  onTestFinished(async () => {
    vi.restoreAllMocks();
    await measureFreeSpace();
  });
  await expect(saveClip(database, { content: article })).rejects.toThrow(DiskFullError);
});

it('records a full disk outside the database, which is not written to', async () => {
  const database = await openFreshDatabase();
  await recordFailure('desk', new DiskFullError('no room'), database);
  expect(await database.count('failures')).toBe(0);
  expect(localStorage.getItem('failures')).toContain('DiskFullError');
  localStorage.removeItem('failures');
});

it('deletes the texts of pages even if there is no space, and nothing else', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  await saveSnapshot(database, clip.id, { text: 'The text of the page.' });
  for (let other = 0; other < 120; other += 1)
    await saveSnapshot(database, `other${other}`, { text: 'Some text.' });
  const { count, bytes } = await measureSnapshots(database);
  expect(count).toBe(121);
  expect(bytes).toBeGreaterThan(121 * 10);
  await leaveRoom(1);
  const dropping = dropSnapshots(database);
  await expect.poll(() => database.count('snapshots')).toBe(0);
  await leaveRoom(1000);
  await dropping;
  expect(await readSnapshot(database, clip.id)).toStrictEqual({});
  expect(await measureSnapshots(database)).toStrictEqual({ count: 0, bytes: 0 });
  expect(await database.count('clips')).toBe(1);
});

import { expect, it, onTestFinished, vi } from 'vitest';
import { draftWriter } from '../../src/storage/drafts';
import { savePicture } from '../../src/storage/pictures';
import { saveClip } from '../../src/storage/saved-clip';
import { DiskFullError } from '../../src/storage/storage-errors';
import { article, openFreshDatabase } from './fresh-database';

/** From now on commits end as on a full disk: the requests have succeeded, then the transaction is aborted. */
function fillDisk(): void {
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
    this: IDBTransaction,
  ) {
    Object.defineProperty(this, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
    this.abort();
  });
  onTestFinished(() => commit.mockRestore());
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
  const draft = { key: 'here', content: article, touched: [], changedAt: '' };
  writer.write(draft);
  await writer.flush();
  fillDisk();
  writer.write({ ...draft, touched: ['comment'] });
  await writer.flush();
  expect(onFailure.mock.calls).toStrictEqual([[expect.any(DiskFullError)]]);
  expect(await database.get('drafts', 'here')).toStrictEqual(draft);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listFiles, openFolder } from '../../../src/storage/journal/copy-folder';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { freshName } from '../fresh-database';
import { loseDatabase, numbered, openNamed } from './lost-database';

/* The copy of a save is written while the browser commits the save. A browser that cannot commit is imitated. */

beforeEach(() => copySaves(() => undefined));
afterEach(() => {
  vi.restoreAllMocks();
  copySaves(() => undefined);
});

it('leaves no copy of a save that the browser did not commit', async () => {
  const database = await openNamed(freshName());
  const saves = async () => (await listFiles(openFolder(database.name))).map(({ number }) => number);
  await saveClip(database, { content: numbered(1) });
  vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
    const last = this.objectStore('upkeep').count();
    last.addEventListener('success', () => this.abort()); // all requests have been answered, as when the disk is full
  });
  await expect(saveClip(database, { content: numbered(2) })).rejects.toThrow();
  vi.restoreAllMocks();
  await vi.waitFor(async () => expect(await saves()).toStrictEqual([1]), 10_000);
  expect(await findLostRecords(database)).toBeUndefined();
  await saveClip(database, { content: numbered(3) });
  expect(await findLostRecords(await loseDatabase(database))).toMatchObject({ clips: 2, unreadable: 0 });
});

it('says that a clip is saved only after its copy is written', async () => {
  const database = await openNamed(freshName());
  const written = Promise.withResolvers<undefined>();
  const open = caches.open.bind(caches);
  vi.spyOn(CacheStorage.prototype, 'open').mockImplementation(async (name) => {
    await written.promise;
    return open(name);
  });
  vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(new DOMException());
  let isSaved = false;
  const saving = saveClip(database, { content: numbered(1) }).then(() => (isSaved = true));
  await vi.waitFor(async () => expect(await database.count('clips')).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isSaved).toBe(false);
  written.resolve(undefined);
  await saving;
});

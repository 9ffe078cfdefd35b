import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openFolder, placesOf } from '../../../src/storage/journal/copy-folder';
import type { CopyPlace } from '../../../src/storage/journal/copy-place';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import type { Database } from '../../../src/storage/database/database';
import { freshName } from '../fresh-database';
import { bringUpToDate, loseDatabase, numbered, openNamed } from './lost-database';

/* As in Firefox, which has no storage buckets. */
vi.mock('../../../src/storage/database/replacement-database', async (original) => ({
  ...(await original<object>()),
  storageBuckets: undefined,
}));

const NAMES = ['copy 1', 'copy 2', 'copy 3', 'copy 4', 'copy 5', 'copy 6'];
let name: string;
let outcomes: unknown[];
beforeEach(() => {
  name = freshName();
  outcomes = [];
  copySaves((error) => outcomes.push(error));
});
afterEach(() => {
  copySaves(() => undefined);
  vi.restoreAllMocks();
  for (const place of NAMES) indexedDB.deleteDatabase(`${place} ${name}`);
  localStorage.removeItem(`saves:${name}`);
});

const places = () => placesOf(openFolder(name));
/** Without the files that only record a time. */
const namesIn = async (place: CopyPlace | undefined) =>
  ((await place?.names()) ?? []).filter((file) => file.includes('.'));

async function saveThree(): Promise<Database> {
  const database = await openNamed(name);
  for (const number of [1, 2, 3]) await saveClip(database, { content: numbered(number) });
  return database;
}

describe('a browser without storage buckets', () => {
  it.each(NAMES.map((place, index) => [place, index] as const))(
    'brings back what was saved if only %s is left',
    async (_, left) => {
      const database = await saveThree();
      await bringUpToDate(database);
      for (const [index, place] of places().entries()) if (index !== left) await place.renew();
      expect(await findLostRecords(await loseDatabase(database))).toMatchObject({ clips: 3, unreadable: 0 });
    },
  );

  it('has each save in one of the databases before it answers', async () => {
    await saveThree();
    expect((await Promise.all(places().map(namesIn))).flat()).toHaveLength(3);
  });

  it.each([
    ['ten seconds', 10],
    ['four seconds', 4],
    ['seven seconds', 7],
    ['a minute', 60],
  ])(
    'keeps what was saved if one is torn in which a later save was written, %s between two',
    async (_, gap) => {
      vi.useFakeTimers({ toFake: ['Date'] });
      onTestFinished(() => void vi.useRealTimers());
      const database = await openNamed(name);
      for (const number of [1, 2, 3, 4, 5, 6, 7]) {
        vi.setSystemTime(Date.UTC(2026, 11, 1) + number * gap * 1000);
        await saveClip(database, { content: numbered(number) }); // no page stays open that would copy it to the others
      }
      for (const place of places()) if (Date.now() - (await place.lastWrite()) <= 5_000) await place.renew();
      const lost = await findLostRecords(await loseDatabase(database));
      expect(lost?.clips).toBeGreaterThanOrEqual(gap > 5 ? 6 : 5);
    },
  );

  it('gives back what it was given, however large it is, and the last one of a name', async () => {
    const [place] = places();
    const random = new Uint8Array(700_000);
    for (let start = 0; start < random.length; start += 65_536)
      crypto.getRandomValues(random.subarray(start, start + 65_536));
    const contents = ['', 'ä'.repeat(600_000), new Blob([random]), new Blob(['short']), new Blob(), 'ä'];
    for (const content of contents) {
      await place?.write('a.file', content);
      const read = await place?.read('a.file');
      const digest = async (blob = new Blob(['none'])) =>
        new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())).toHex();
      expect(await digest(read?.content)).toBe(await digest(new Blob([content])));
      expect(await place?.names()).toStrictEqual(['a.file']);
    }
    await place?.write('a.file', new Blob([random]));
    await place?.remove('a.file');
    const database = await openDB(`copy 1 ${name}`);
    expect(await database.count('files')).toBe(0);
    database.close();
  });

  it('reads what earlier versions have stored as a Blob', async () => {
    const [place] = places();
    await place?.names();
    const database = await openDB(`copy 1 ${name}`);
    await database.put('files', { content: new Blob(['of old']), writtenAt: 1 }, 'old.file');
    database.close();
    expect(await (await place?.read('old.file'))?.content.text()).toBe('of old');
  });

  it('writes a save into another one if the one in turn does not open and cannot be deleted', async () => {
    const database = await saveThree();
    const open = indexedDB.open.bind(indexedDB);
    const refuse = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation((opened, version) => {
      if (opened === `copy 2 ${name}`) throw new DOMException('It is torn', 'UnknownError');
      return open(opened, version);
    });
    vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('It is torn', 'UnknownError');
    });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await saveClip(database, { content: numbered(4) });
    refuse.mockRestore();
    vi.restoreAllMocks();
    expect(outcomes).toStrictEqual([undefined, undefined, undefined, undefined]);
    expect(await findLostRecords(await loseDatabase(database))).toMatchObject({ clips: 4, unreadable: 0 });
  });

  it('makes a database of the copy again that does not open, from the others', async () => {
    const database = await saveThree();
    await bringUpToDate(database);
    const [, second, ...others] = places();
    const before = await Promise.all(others.map(namesIn));
    await second?.renew();
    (await openDB(`copy 2 ${name}`, 9)).close(); // a later version does not open either
    await expect(second?.names()).rejects.toThrow();
    await bringUpToDate(database);
    expect(await namesIn(second)).toStrictEqual(before[0]);
    expect(await Promise.all(others.map(namesIn))).toStrictEqual(before);
  });

  it('opens neither file system nor cache, even if all its databases have been lost and made again', async () => {
    const opened = [
      vi.spyOn(StorageManager.prototype, 'getDirectory'),
      ...(['open', 'has', 'delete'] as const).map((step) => vi.spyOn(CacheStorage.prototype, step)),
    ];
    const database = await saveThree();
    await bringUpToDate(database);
    await places()[1]?.renew();
    await (await findLostRecords(await loseDatabase(database)))?.bringBack();
    const again = await openNamed(name);
    for (const place of places()) {
      await place.renew();
      await saveClip(again, { content: numbered(5) });
      await bringUpToDate(again);
    }
    for (const each of opened) expect(each).not.toHaveBeenCalled();
  });
});

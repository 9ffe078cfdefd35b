import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseStorage } from '../../../src/storage/database/database-storage';
import { freshName } from '../fresh-database';

let name: string;
let earlier: RegExp;
beforeEach(() => {
  name = freshName();
  earlier = new RegExp(`^${name}:`, 'u');
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const key of Object.keys(localStorage)) if (earlier.test(key)) localStorage.removeItem(key);
});

/** As a page that opens. */
async function open(): Promise<DatabaseStorage> {
  const storage = new DatabaseStorage(name, earlier);
  await storage.load();
  return storage;
}

describe('a value outside the database of the records', () => {
  it('is there for pages that open later, until it is removed', async () => {
    const first = await open();
    first.setItem('one', '1');
    first.setItem('one', '2');
    const second = await open();
    expect(second.getItem('one')).toBe('2');
    expect(Array.from({ length: second.length }, (_, index) => second.key(index))).toStrictEqual(['one']);
    second.removeItem('one');
    expect((await open()).getItem('one')).toBeNull();
  });

  it('is there for pages that are open', async () => {
    const [first, second] = [await open(), await open()];
    first.setItem('one', '1');
    await expect.poll(() => second.getItem('one')).toBe('1');
    second.removeItem('one');
    await expect.poll(() => first.getItem('one')).toBeNull();
  });

  it('is kept if it is set before what was there can be read', async () => {
    const before = await open();
    before.setItem('one', '1');
    before.setItem('two', '2');
    const early = new DatabaseStorage(name, earlier);
    early.setItem('one', 'later');
    early.removeItem('two');
    await early.load();
    expect([early.getItem('one'), early.getItem('two')]).toStrictEqual(['later', null]);
    const next = await open();
    expect([next.getItem('one'), next.getItem('two')]).toStrictEqual(['later', null]);
  });

  it('is taken over from localStorage once, with no other', async () => {
    localStorage.setItem(`${name}:one`, '1');
    localStorage.setItem(`of another ${name}`, '2');
    expect((await open()).getItem(`${name}:one`)).toBe('1');
    expect(localStorage.getItem(`${name}:one`)).toBeNull();
    expect(localStorage.getItem(`of another ${name}`)).toBe('2');
    localStorage.removeItem(`of another ${name}`);
    expect((await open()).getItem(`${name}:one`)).toBe('1');
  });

  it('is kept from now on if the browser could not read those from before', async () => {
    const torn = await open();
    torn.setItem('one', '1');
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('It is torn', 'UnknownError');
    });
    const renewed = await open();
    expect(renewed.getItem('one')).toBeNull();
    renewed.setItem('two', '2');
    expect((await open()).getItem('two')).toBe('2');
  });

  it('is there again if the disk was only full when it should be read', async () => {
    (await open()).setItem('one', '1');
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    });
    const storage = await open();
    storage.setItem('two', '2');
    await storage.load();
    const next = await open();
    expect([next.getItem('one'), next.getItem('two')]).toStrictEqual(['1', '2']);
  });

  it('of a later version is left as it is', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const later = await openDB(name, 2, { upgrade: (made) => made.createObjectStore('later') });
    later.close();
    (await open()).setItem('one', '1');
    const kept = await openDB(name);
    expect([kept.version, ...kept.objectStoreNames]).toStrictEqual([2, 'later']);
    kept.close();
  });

  it('is kept by a page whose connection another one has closed', async () => {
    const first = await open();
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(name).onsuccess = resolve;
    });
    first.setItem('one', '1');
    await first.load();
    expect((await open()).getItem('one')).toBe('1');
  });

  it('lives as long as the page if the browser opens no database', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('It is torn', 'UnknownError');
    });
    const storage = await open();
    storage.setItem('one', '1');
    expect(storage.getItem('one')).toBe('1');
  });

  it('keeps no page waiting that the browser does not answer, and is kept when it answers', async () => {
    (await open()).setItem('one', '1');
    vi.spyOn(console, 'error').mockReturnValue();
    const upgrade = await holdUpgrade();
    const storage = new DatabaseStorage(name, earlier, 50);
    expect(await storage.load()).toBe(false);
    storage.setItem('two', '2');
    expect([storage.getItem('one'), storage.getItem('two')]).toStrictEqual([null, '2']);
    await upgrade.abandon();
    await expect.poll(() => storage.getItem('one')).toBe('1');
    expect(await storage.load()).toBe(true);
    const next = await open();
    expect([next.getItem('one'), next.getItem('two')]).toStrictEqual(['1', '2']);
  });
});

/** Others wait while a page upgrades the database. */
async function holdUpgrade(): Promise<{ abandon: () => Promise<void> }> {
  let isOver = false;
  const opening = indexedDB.open(name, 2);
  const ended = new Promise<void>((resolve) => {
    opening.onerror = () => resolve();
  });
  await new Promise<void>((resolve) => {
    opening.onupgradeneeded = () => {
      const { transaction } = opening;
      const store = transaction?.objectStore('values');
      const goOn = () => {
        if (isOver) transaction?.abort();
        else if (store) store.count().onsuccess = goOn;
      };
      goOn();
      resolve();
    };
  });
  return {
    abandon: () => {
      isOver = true;
      return ended;
    },
  };
}

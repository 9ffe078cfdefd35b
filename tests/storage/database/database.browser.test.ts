import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { MIGRATIONS, openDatabase, SCHEMA_VERSION } from '../../../src/storage/database/database';
import {
  DatabaseBlockedError,
  DatabaseTooNewError,
  DatabaseUnavailableError,
} from '../../../src/storage/database/storage-errors';
import { freshName, openFreshDatabase } from '../fresh-database';

const nextVersion = [...MIGRATIONS, () => undefined];

it('opens an empty database', async () => {
  const database = await openFreshDatabase();
  expect(database.version).toBe(SCHEMA_VERSION);
  expect(await database.count('clips')).toBe(0);
});

it('allows a later version to upgrade although an open tab of this one uses the database, and tells that tab', async () => {
  const name = freshName();
  const onClosed = vi.fn();
  const old = await openFreshDatabase({ name, onClosed });
  const upgraded = await openFreshDatabase({ name, migrations: nextVersion });
  expect(upgraded.version).toBe(SCHEMA_VERSION + 1);
  expect(onClosed).toHaveBeenCalledOnce();
  await expect(async () => old.count('clips')).rejects.toThrow();
});

it('says that the database is blocked if another tab does not close it, and upgrades once it has', async () => {
  const name = freshName();
  const stubborn = await openDB(name, SCHEMA_VERSION);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const opening = expect(openDatabase({ name, migrations: nextVersion })).rejects.toThrow(
    DatabaseBlockedError,
  );
  await vi.waitUntil(() => vi.getTimerCount() > 0);
  vi.advanceTimersByTime(3_000);
  await opening;
  vi.useRealTimers();
  stubborn.close();
  expect((await openFreshDatabase({ name, migrations: nextVersion })).version).toBe(SCHEMA_VERSION + 1);
});

it('waits for a tab that is only finishing its writing', async () => {
  const name = freshName();
  const slow = await openDB(name, SCHEMA_VERSION);
  slow.addEventListener('versionchange', () => setTimeout(() => slow.close(), 300));
  expect((await openFreshDatabase({ name, migrations: nextVersion })).version).toBe(SCHEMA_VERSION + 1);
});

it('leaves a database of a later version untouched', async () => {
  const name = freshName();
  const later = await openDB(name, 99, { upgrade: (empty) => void empty.createObjectStore('later') });
  later.close();
  await expect(openDatabase({ name })).rejects.toThrow(DatabaseTooNewError);
  const again = await openDB(name);
  expect([again.version, [...again.objectStoreNames]]).toStrictEqual([99, ['later']]);
  again.close();
});

it('leaves the database as it was when a migration fails', async () => {
  const name = freshName();
  (await openDatabase({ name })).close();
  const fails = async () => {
    await Promise.resolve();
    throw new Error('no');
  };
  await expect(openDatabase({ name, migrations: [...MIGRATIONS, fails] })).rejects.toThrow(
    DatabaseUnavailableError,
  );
  expect((await openFreshDatabase({ name })).version).toBe(SCHEMA_VERSION);
});

it('says that there is no database if the browser provides none, as Firefox in private windows', async () => {
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('not here', 'InvalidStateError');
  });
  await expect(openDatabase()).rejects.toThrow(DatabaseUnavailableError);
  open.mockRestore();
});

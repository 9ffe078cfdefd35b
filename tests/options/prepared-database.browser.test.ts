import { afterEach, expect, it, vi } from 'vitest';
import { openPrepared } from '../../options/prepared-database';
import { DatabaseUnavailableError } from '../../src/storage/database/storage-errors';

afterEach(() => vi.restoreAllMocks());

it('lets the options offer the copy of a database that opens but cannot be read, as a torn one in Firefox', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException(
      'The operation failed for reasons unrelated to the database itself',
      'UnknownError',
    );
  });
  await expect(openPrepared({})).rejects.toThrow(DatabaseUnavailableError);
});

it('opens the new database that Chromium makes when it deletes one that it cannot read', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
    throw new DOMException('Connection is closing.', 'AbortError');
  });
  const database = await openPrepared({});
  expect(await database.getAll('clips')).toEqual([]);
  database.close();
});

import { expect, it, onTestFinished, vi } from 'vitest';

/** As in a profile of Firefox with torn files: the browser neither opens nor deletes these. */
function tear(isTorn: (name: string) => boolean) {
  const [deleteDatabase, open] = [indexedDB.deleteDatabase.bind(indexedDB), indexedDB.open.bind(indexedDB)];
  const refuse = () => {
    throw new DOMException('It is torn', 'UnknownError');
  };
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) =>
    isTorn(name) ? refuse() : deleteDatabase(name),
  );
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) =>
    isTorn(name) ? refuse() : open(name, version),
  );
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
}

it('says that the browser gives no new database when the last replacement is torn as well', async () => {
  Object.defineProperty(navigator, 'storageBuckets', { value: undefined, configurable: true }); // as in Firefox
  const { DATABASE_NAME, openDatabase } = await import('../../../src/storage/database/database');
  const { DatabaseUnavailableError } = await import('../../../src/storage/database/storage-errors');
  const { LAST_REPLACEMENT, nameReplacement } =
    await import('../../../src/storage/database/replacement-database');
  const { renewDatabase } = await import('../../../src/storage/journal/unopened-copy');
  const replacements = Array.from({ length: LAST_REPLACEMENT }, (_, index) =>
    nameReplacement(DATABASE_NAME, index + 1),
  );
  tear((name) => name === DATABASE_NAME || replacements.includes(name));
  await expect(openDatabase()).rejects.toBeInstanceOf(DatabaseUnavailableError);
  expect(await renewDatabase(true)).toBe(false); // pages then say what to do: `lostStuck`
  vi.restoreAllMocks();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(nameReplacement(DATABASE_NAME, LAST_REPLACEMENT + 1));
});

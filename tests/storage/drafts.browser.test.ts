import { expect, it, vi } from 'vitest';
import type { Draft } from '../../src/news/draft';
import { deleteDraft, draftWriter, readDraft } from '../../src/storage/drafts';
import { DatabaseUnavailableError } from '../../src/storage/database/storage-errors';
import { article, openFreshDatabase } from './fresh-database';

const failTest = (error: unknown) => expect.unreachable(String(error));

function draftOf(comment: string): Draft {
  return {
    key: 'here',
    content: { ...article, comment },
    touched: ['comment'],
    changedAt: '2023-02-23T09:00:00.000Z',
  };
}

it('keeps the last of many keystrokes, and writes few of those between', async () => {
  const database = await openFreshDatabase();
  const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const writer = draftWriter(database, failTest);
  const text = 'Every keystroke is kept.';
  for (let end = 1; end <= text.length; end++) writer.write(draftOf(text.slice(0, end)));
  await writer.flush();
  expect(transactions).toHaveBeenCalledTimes(2);
  transactions.mockRestore();
  expect((await readDraft(database, 'here'))?.content.comment).toBe(text);
});

it('sends a keystroke and its commit to the database in the task of the key', async () => {
  const database = await openFreshDatabase();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
  const writer = draftWriter(database, failTest);
  writer.write(draftOf('a'));
  expect([put.mock.calls.length, commit.mock.calls.length]).toStrictEqual([1, 1]);
  await writer.flush();
  vi.restoreAllMocks();
});

it('sends the waiting keystroke at once when the page is closing', async () => {
  const database = await openFreshDatabase();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const writer = draftWriter(database, failTest);
  writer.write(draftOf('a'));
  writer.write(draftOf('ab'));
  void writer.flush();
  expect(put).toHaveBeenCalledTimes(2);
  put.mockRestore();
  database.close(); // like a closing page: requests that were started still finish
  await writer.flush();
  const reopened = await openFreshDatabase({ name: database.name });
  expect((await readDraft(reopened, 'here'))?.content.comment).toBe('ab');
});

it('writes what is typed after a pause as well', async () => {
  const database = await openFreshDatabase();
  const writer = draftWriter(database, failTest);
  for (const comment of ['a', 'ab', 'abc']) {
    writer.write(draftOf(comment));
    await writer.flush();
    expect((await readDraft(database, 'here'))?.content.comment).toBe(comment);
  }
});

it('reports a draft that could not be kept, and goes on', async () => {
  const database = await openFreshDatabase();
  database.close();
  const onFailure = vi.fn();
  const writer = draftWriter(database, onFailure);
  writer.write(draftOf('a'));
  await writer.flush();
  writer.write(draftOf('ab'));
  await writer.flush();
  expect(onFailure.mock.calls).toStrictEqual([
    [expect.any(DatabaseUnavailableError)],
    [expect.any(DatabaseUnavailableError)],
  ]);
});

it('deletes a draft that is discarded', async () => {
  const database = await openFreshDatabase();
  await database.put('drafts', draftOf('a'));
  await deleteDraft(database, 'here');
  expect(await readDraft(database, 'here')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { restoreBackup, undoRestore } from '../../../src/storage/backup/restoring';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import type { Database } from '../../../src/storage/database/database';
import { findCurrentIssue, readIssues } from '../../../src/storage/issue-lookup';
import { changeIssue } from '../../../src/storage/issues';
import { startNewIssue } from '../../../src/storage/new-issue';
import { saveClip } from '../../../src/storage/saved-clip';
import { article, openFreshDatabase } from '../../storage/fresh-database';

/** A database with the issue "Week 1". */
async function openUsed(): Promise<{ database: Database; id: string }> {
  const database = await openFreshDatabase();
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, title: 'Week 1' }));
  return { database, id };
}

async function mergeInto(database: Database, other: Database) {
  return restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

const idsIn = async (database: Database) => (await readIssues(database)).map(({ id }) => id);

it('removes the empty first issue of a database when the issues of another one come', async () => {
  const { database: other, id } = await openUsed();
  const database = await openFreshDatabase();
  const empty = await readCurrentIssue(database);
  const restored = await mergeInto(database, other);
  expect(await idsIn(database)).toStrictEqual([id]);
  expect((await findCurrentIssue(database))?.id).toBe(id);
  expect(await undoRestore(database, restored)).toBe('undone');
  expect(await idsIn(database)).toStrictEqual([empty.id]);
});

it('keeps an issue in which there is anything', async () => {
  const { database: other } = await openUsed();
  const uses: ((database: Database) => Promise<unknown>)[] = [
    (database) => saveClip(database, { content: article, newSection: 'Trade' }),
    async (database) =>
      changeIssue(database, (await readCurrentIssue(database)).id, (issue) => ({
        ...issue,
        subtitle: 'Mine',
      })),
    (database) => startNewIssue(database),
  ];
  for (const use of uses) {
    const database = await openFreshDatabase();
    await readCurrentIssue(database);
    await use(database);
    const before = await idsIn(database);
    await mergeInto(database, other);
    expect(await idsIn(database)).toStrictEqual(expect.arrayContaining(before));
  }
});

it('keeps one of two empty issues, and the same one in both databases', async () => {
  const [first, second] = [await openFreshDatabase(), await openFreshDatabase()];
  const older = await readCurrentIssue(first);
  await readCurrentIssue(second, {
    now: () => new Date(Date.now() + 1000),
    newId: () => crypto.randomUUID(),
  });
  await mergeInto(second, first);
  await mergeInto(first, second);
  for (const database of [first, second]) expect(await idsIn(database)).toStrictEqual([older.id]);
});

it('does not keep Undo of a restore from working when an open page has made an empty issue since', async () => {
  const { database, id } = await openUsed();
  const restored = await restoreBackup(
    database,
    await readBackup(await writeBackup(await openFreshDatabase())),
    'replace',
  );
  const made = await readCurrentIssue(database);
  expect(await idsIn(database)).toStrictEqual([made.id]);
  expect(await undoRestore(database, restored)).toBe('undone');
  expect(await idsIn(database)).toStrictEqual([id]);
});

it('keeps what was clipped into such an issue: Undo says that something was saved', async () => {
  const { database } = await openUsed();
  const empty = await readBackup(await writeBackup(await openFreshDatabase()));
  const restored = await restoreBackup(database, empty, 'replace');
  await readCurrentIssue(database);
  await saveClip(database, { content: article });
  expect(await undoRestore(database, restored)).toBe('changed-since');
  expect(await database.count('clips')).toBe(1);
});

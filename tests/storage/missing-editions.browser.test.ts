import { expect, it } from 'vitest';
import { editionsOf } from '../../src/news/editions/named-editions';
import { printForms } from '../../src/newsletter/printed-forms';
import { examineBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { changeClip } from './changed-clip';
import { onChange } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import { readIssue } from '../../src/storage/issue-lookup';
import { changeIssue } from '../../src/storage/issues';
import { correctIssue, dropUnnamedEditions, publishIssue } from '../../src/storage/publishing';
import { applyReceived } from '../../src/sync/received-changes';
import { openFreshDatabase } from './fresh-database';
import { mergeInto, openPublished, shownIn } from './published-issue';

async function copyOf(database: Database): Promise<Database> {
  const copy = await openFreshDatabase();
  await mergeInto(copy, database);
  return copy;
}

async function correctTo(database: Database, issueId: string, clipId: string, comment: string) {
  await correctIssue(database, issueId, printForms);
  await changeClip(database, clipId, (clip) => ({ ...clip, comment }));
  await publishIssue(database, issueId, printForms);
}

/** Takes out the editions that the other database does not have, as a damaged backup lacks them; they are returned. */
async function takeNewEditions(database: Database, other: Database) {
  const known = new Set(await other.getAllKeys('editions'));
  const taken = (await database.getAll('editions')).filter(({ id }) => !known.has(id));
  for (const { id } of taken) await database.delete('editions', id);
  return taken;
}

it('shows the edition that is here while a later one is missing, and the later one once it comes', async () => {
  const { database, issueId, clipId } = await openPublished();
  const other = await copyOf(database);
  const first = await shownIn(database, issueId);
  await correctTo(other, issueId, clipId, 'Corrected.');
  const taken = await takeNewEditions(other, database);
  expect(taken).toHaveLength(1);
  await mergeInto(database, other);
  expect(await shownIn(database, issueId)).toStrictEqual({ text: first.text, missing: 1 });
  for (const edition of taken) await other.put('editions', edition);
  await mergeInto(database, other);
  expect(await shownIn(database, issueId)).toMatchObject({
    text: expect.stringContaining('Corrected.') as string,
    missing: 0,
  });
});

it('keeps an edition that a version superseded whose own edition is missing, until that comes', async () => {
  const { database, issueId, clipId } = await openPublished();
  const first = await shownIn(database, issueId);
  const other = await copyOf(database);
  await changeIssue(other, issueId, ({ publication: _, ...draft }) => draft);
  await changeClip(other, clipId, (clip) => ({ ...clip, comment: 'Published anew.' }));
  await publishIssue(other, issueId, printForms);
  const taken = await takeNewEditions(other, database);
  await dropUnnamedEditions(other);
  const third = await copyOf(other);
  await mergeInto(database, other);
  await dropUnnamedEditions(database);
  expect(await shownIn(database, issueId)).toStrictEqual({ text: first.text, missing: 1 });
  await mergeInto(third, database);
  expect(await shownIn(third, issueId)).toStrictEqual({ text: first.text, missing: 1 });
  for (const edition of taken) await other.put('editions', edition);
  await mergeInto(database, other);
  await dropUnnamedEditions(database);
  expect((await shownIn(database, issueId)).text).toContain('Published anew.');
  expect(await database.count('editions')).toBe(1);
});

it('shows the edition that is here if a damaged file names one that is nowhere', async () => {
  const { database, issueId } = await openPublished();
  const first = await shownIn(database, issueId);
  const id = editionsOf((await readIssue(database, issueId)) ?? never()).at(-1)?.editionId ?? '';
  const text = await (await writeBackup(database)).text();
  const damaged = new Blob([text.replace(`"editionId":"${id}"`, `"editionId":"${'f'.repeat(64)}"`)]);
  const backup = await examineBackup(damaged);
  expect(backup.damage).toBeDefined();
  await restoreBackup(database, backup, 'merge');
  expect(await shownIn(database, issueId)).toStrictEqual({ text: first.text, missing: 1 });
});

it('says that all editions are missing if none has come', async () => {
  const { database, issueId } = await openPublished();
  await database.clear('editions');
  expect(await shownIn(database, issueId)).toStrictEqual({ text: undefined, missing: 1 });
});

it('counts an edition that cannot be read as missing', async () => {
  const { database, issueId, clipId } = await openPublished();
  const first = await shownIn(database, issueId);
  const known = new Set(await database.getAllKeys('editions'));
  await correctTo(database, issueId, clipId, 'Corrected.');
  const later = (await database.getAll('editions')).find(({ id }) => !known.has(id)) ?? never();
  await database.put('editions', { ...later, content: later.content.slice(0, 40) });
  expect(await shownIn(database, issueId)).toStrictEqual({ text: first.text, missing: 1 });
});

it('tells the pages when an edition comes from a hub after its issue', async () => {
  const { database, issueId } = await openPublished();
  const other = await openFreshDatabase();
  const [issue, edition] = [await readIssue(database, issueId), (await database.getAll('editions'))[0]];
  await applyReceived(other, [{ subject: 'one', record: { store: 'issues', record: issue ?? never() } }]);
  expect(await shownIn(other, issueId)).toStrictEqual({ text: undefined, missing: 1 });
  const changed: string[] = [];
  const stop = onChange(({ issues = [] }) => void changed.push(...issues));
  await applyReceived(other, [{ subject: 'two', record: { store: 'editions', record: edition ?? never() } }]);
  await expect.poll(() => changed).toContain(issueId);
  stop();
  expect(await shownIn(other, issueId)).toMatchObject({ missing: 0 });
});

function never(): never {
  throw new Error('It was not there');
}

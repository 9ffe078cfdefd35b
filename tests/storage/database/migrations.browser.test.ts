/// <reference types="vite/client" />
import { expect, it } from 'vitest';
import { writeBackup } from '../../../src/storage/backup/backup';
import { readClip, readClipsOfIssue } from '../../../src/storage/clip-lookup';
import { SCHEMA_VERSION } from '../../../src/storage/database/database';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { readPicture } from '../../../src/storage/pictures';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { readSnapshot } from '../../../src/storage/snapshots';
import type { Clip } from '../../../src/news/clip';
import { mergeClipVersions } from '../../../src/news/merge/clip-versions';
import { FIRST_NEWSLETTER } from '../../../src/news/newsletter';
import { contentOf } from '../backup-content';
import { freshName, openFreshDatabase } from '../fresh-database';
import { describeStores, makePastDatabase, type PastDatabase } from '../past-database';

const files = import.meta.glob<PastDatabase>('../../schema/*.json', { eager: true, import: 'default' });
const pastDatabases = Object.values(files);

it('has a database of every version to test with', () => {
  expect(pastDatabases.map((past) => past.version)).toStrictEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1),
  );
});

it.each(pastDatabases)('opens a database of version $version with all that is in it', async (past) => {
  const name = freshName();
  await makePastDatabase(name, past);
  const database = await openFreshDatabase({ name });
  expect(database.version).toBe(SCHEMA_VERSION);
  expect(await readPreferences(database)).toMatchObject({ title: 'The Week', lastSection: 'Diplomacy' });
  expect(await readCurrentIssue(database)).toMatchObject({ id: 'issue', introduction: 'What happened.' });
  expect((await readClipsOfIssue(database, 'issue')).map((clip) => clip.id)).toStrictEqual(['clip']);
  expect(await readClip(database, 'clip')).toMatchObject({ outlet: 'TASS', comment: 'So they say.' });
  expect(await readSnapshot(database, 'clip')).toStrictEqual({ text: 'Переговоры идут.' });
  expect((await readPicture(database, 'picture'))?.type).toBe('image/png');
  const content = await contentOf(await writeBackup(database));
  expect(Object.values(content).flat()).toHaveLength(past.records.length);
});

it('moves what the current draft has in no section to the inbox, once, and leaves other issues theirs', async () => {
  const past = pastDatabases.find(({ version }) => version === 4);
  if (past === undefined) throw new Error('There is no database of version 4');
  const [issue, clip] = ['issues', 'clips'].map(
    (name) => past.records.find(({ store }) => store === name)?.record,
  );
  const { sectionId: _, ...loose } = { ...clip, id: 'loose', sectionId: 'gone' };
  const old = { ...issue, id: 'old', createdAt: '2023-02-16T09:00:00.000Z' };
  const records = [
    ...past.records,
    { store: 'issues', record: old },
    { store: 'clips', record: loose },
    { store: 'clips', record: { ...loose, id: 'of-old', issueId: 'old' } },
  ];
  const machines = [];
  for (const name of [freshName(), freshName()]) {
    await makePastDatabase(name, { ...past, records });
    machines.push(await openFreshDatabase({ name }));
  }
  for (const database of machines) {
    expect((await readClipsOfIssue(database, FIRST_NEWSLETTER)).map(({ id }) => id)).toStrictEqual(['loose']);
    expect((await readClipsOfIssue(database, 'old')).map(({ id }) => id)).toStrictEqual(['of-old']);
  }
  const [one, other] = await Promise.all(machines.map((database) => readClip(database, 'loose')));
  expect(other).toStrictEqual(one);
  if (one === undefined) throw new Error('It is gone');
  expect(mergeClipVersions(one, loose as unknown as Clip)).toMatchObject({ issueId: FIRST_NEWSLETTER });
});

it.each(pastDatabases)('gives a database of version $version the stores of a new one', async (past) => {
  const [name, newName] = [freshName(), freshName()];
  await makePastDatabase(name, past);
  await openFreshDatabase({ name });
  await openFreshDatabase({ name: newName });
  expect(await describeStores(name)).toStrictEqual(await describeStores(newName));
});

import { expect, it } from 'vitest';
import type { Clip } from '../../../src/news/clip';
import type { Issue } from '../../../src/news/issue';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { readRecord } from '../../../src/storage/backup/backup-record';
import { writeBackupFile } from '../../../src/storage/backup/backup-file';
import { changeClip } from '../changed-clip';
import { readClip } from '../../../src/storage/clip-lookup';
import type { Database } from '../../../src/storage/database/database';
import { deflate } from '../../../src/storage/database/inflated-text';
import { draftWriter, readDraft } from '../../../src/storage/drafts';
import { findCurrentIssue, readIssues } from '../../../src/storage/issue-lookup';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { changeIssue } from '../../../src/storage/issues';
import { startNewIssue } from '../../../src/storage/new-issue';
import { savePicture } from '../../../src/storage/pictures';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { LONGEST_RECORD_LINE, MOST_BYTES } from '../../../src/storage/database/record-limits';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import { saveClip } from '../../../src/storage/saved-clip';
import { InvalidRecordError } from '../../../src/storage/database/storage-errors';
import { contentOf } from '../backup-content';
import { article, openFreshDatabase } from '../fresh-database';

const header = { version: 3, createdAt: '2026-11-24T09:00:00.000Z' };

/** A real file, as somebody else's hand has made it, through the reading of backups. */
async function takeIn(database: Database, records: object[], way: 'merge' | 'replace' = 'merge') {
  await restoreBackup(database, await readBackup(await writeBackupFile(header, records)), way);
}

/** Written as an earlier version did, past the door. */
async function putPast(database: Database, store: 'clips' | 'issues', record: object) {
  await database.put(store, record as never);
}

it('makes a backup that can be read after an issue was published on a day of the year 20266', async () => {
  const database = await openFreshDatabase();
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, publication: { on: '20266-11-28' } }));
  const { issues } = await contentOf(await writeBackup(database));
  expect(issues[0]?.publication).toStrictEqual({ on: '2026-11-28' });
});

it('reads a backup of a database in which an earlier version left such a day, and saves it', async () => {
  const database = await openFreshDatabase();
  const { clip, issue } = await saveClip(database, { content: article });
  await putPast(database, 'issues', {
    ...issue,
    publication: { on: '20266-11-28' },
    period: { to: '99999-01-01' },
  });
  await putPast(database, 'clips', { ...clip, publishedOn: '275760-02-30' });
  const { issues, clips } = await contentOf(await writeBackup(database));
  expect(issues[0]).toMatchObject({ publication: { on: '2026-11-28' }, period: {} });
  expect(clips[0]?.publishedOn).toBe('2757-02-30');
  await changeClip(database, clip.id, (before) => ({ ...before, comment: 'Still written on.' }));
  expect(await readClip(database, clip.id)).toMatchObject({
    comment: 'Still written on.',
    publishedOn: '2757-02-30',
  });
});

it("keeps an invalid date among the page's candidates", async () => {
  const database = await openFreshDatabase();
  const { publishedOn, ...undated } = article;
  const { clip } = await saveClip(database, { content: { ...undated, publishedOn: 'last week' } });
  expect(publishedOn).toBeDefined();
  const [read] = (await contentOf(await writeBackup(database))).clips;
  expect(read).not.toHaveProperty('publishedOn');
  expect(read).toMatchObject({ id: clip.id, candidates: { published: [{ value: 'last week' }] } });
});

it('makes a new issue the current one after one that a file has dated to the last instant', async () => {
  const database = await openFreshDatabase();
  const own = await readCurrentIssue(database);
  const late: Issue = {
    id: 'late',
    sections: [],
    createdAt: '9999-12-31T23:59:59.999Z',
    changedAt: header.createdAt,
    revision: 1,
  };
  await takeIn(database, [
    { store: 'issues', record: late },
    { store: 'issues', record: { ...late, id: 'latest', createdAt: '+010000-01-01T00:00:00.000Z' } },
  ]);
  for (let turn = 0; turn < 3; turn += 1) {
    const made = await startNewIssue(database);
    expect((await findCurrentIssue(database))?.id).toBe(made.id);
    expect(Date.parse(made.createdAt) - Date.now()).toBeLessThan(1_000);
  }
  expect((await readIssues(database)).map(({ id }) => id)).toContain(own.id);
  await readBackup(await writeBackup(database));
});

it('leaves out a clip that must be repaired and is nested too deep, and reads on', async () => {
  const { clip } = await saveClip(await openFreshDatabase(), { content: article });
  const odd = JSON.stringify({ store: 'clips', record: { ...clip, publishedOn: '20266-11-28' } });
  const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const line = odd.replace('"quotes":', `"odd":${nested},"quotes":`);
  expect(await readRecord(JSON.parse(odd))).toMatchObject({ record: { publishedOn: '2026-11-28' } });
  expect(await readRecord(JSON.parse(line))).toBeUndefined();
});

it('leaves out an edition whose content is nested too deep, and reads on', async () => {
  const nested = `{"printed":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  const content = (await deflate(nested)).toBase64();
  const record = { id: 'a'.repeat(64), issueId: 'issue', clipIds: [], leftOutIds: [], content };
  expect(await readRecord({ store: 'editions', record })).toBeUndefined();
});

it('refuses a clip of a file whose id is longer than an id is', async () => {
  const { clip } = await saveClip(await openFreshDatabase(), { content: article });
  const withId = (id: string) => readRecord({ store: 'clips', record: { ...clip, id } });
  expect(await withId('a'.repeat(100))).toMatchObject({ record: { id: 'a'.repeat(100) } });
  expect(await withId('a'.repeat(101))).toBeUndefined();
});

it('makes a new issue the current one whatever the clock says', async () => {
  const database = await openFreshDatabase();
  const at = (now: string) => ({ now: () => new Date(now), newId: () => crypto.randomUUID() });
  for (const now of [
    '2026-11-24T09:00:00Z',
    '+020000-01-01T00:00:00Z',
    '+020000-01-01T00:00:00Z',
    '1960-01-01T00:00:00Z',
    '2026-11-24T09:00:00Z',
  ]) {
    const made = await startNewIssue(database, at(now));
    expect((await findCurrentIssue(database))?.id).toBe(made.id);
    await saveClip(database, { content: article }, at(now));
  }
  await readBackup(await writeBackup(database));
});

it.each([2 ** 53 - 1, 2 ** 53, 1e300, -1, 0.5])(
  'edits a clip that a file gives the revision %d',
  async (revision) => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article });
    await takeIn(database, [{ store: 'clips', record: { ...clip, id: 'odd', revision } satisfies Clip }]);
    const revisions = [];
    for (const comment of ['one', 'two', 'three'])
      revisions.push((await changeClip(database, 'odd', (before) => ({ ...before, comment }))).revision);
    expect(new Set(revisions).size).toBe(3);
    expect((await contentOf(await writeBackup(database))).clips.find(({ id }) => id === 'odd')?.comment).toBe(
      'three',
    );
  },
);

it.each(['constructor', '__proto__', 'prototype', 'hasownproperty', 'tostring'])(
  'saves from the host %s, and keeps the name of its outlet',
  async (host) => {
    const database = await openFreshDatabase();
    await changePreferences(database, (preferences) => ({
      ...preferences,
      outletNames: { ...preferences.outletNames, [host]: 'The Builder' },
      houseStyle: { ...preferences.houseStyle, severalLanguages: { [host]: true } },
    }));
    const { outletNames, houseStyle } = await readPreferences(database);
    expect([Object.entries(outletNames), Object.entries(houseStyle.severalLanguages)]).toStrictEqual([
      [[host, 'The Builder']],
      [[host, true]],
    ]);
    const [kept] = (await contentOf(await writeBackup(database))).preferences;
    expect(Object.entries(kept?.outletNames ?? {})).toStrictEqual([[host, 'The Builder']]);
  },
);

it('rejects with a message what is too long for a backup, and keeps what was there', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  const change = changeClip(database, clip.id, (before) => ({
    ...before,
    comment: 'x'.repeat(LONGEST_RECORD_LINE),
  }));
  await expect(change).rejects.toThrow(InvalidRecordError);
  await expect(savePicture(database, new Blob([new Uint8Array(MOST_BYTES + 1)]))).rejects.toThrow(
    InvalidRecordError,
  );
  expect(await readClip(database, clip.id)).toStrictEqual(clip);
});

it('keeps a draft that is typed on a machine whose clock is out of range', async () => {
  const database = await openFreshDatabase();
  const problems: unknown[] = [];
  const writer = draftWriter(database, (error) => problems.push(error));
  writer.write({ key: 'here', content: article, touched: [], changedAt: '+020000-01-01T00:00:00.000Z' });
  await writer.flush();
  expect([problems, (await readDraft(database, 'here'))?.content]).toStrictEqual([[], article]);
});

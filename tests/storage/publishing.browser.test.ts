import { expect, it } from 'vitest';
import { editionsOf, latestEditionId } from '../../src/news/editions/named-editions';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import type { Issue } from '../../src/news/issue';
import { printForms } from '../../src/newsletter/printed-forms';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup, undoRestore } from '../../src/storage/backup/restoring';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { changeClip } from './changed-clip';
import { readCurrentIssue } from '../../src/storage/current-issue';
import type { Database } from '../../src/storage/database/database';
import { readEdition } from '../../src/storage/edition-content';
import { readIssue } from '../../src/storage/issue-lookup';
import { changeIssue } from '../../src/storage/issues';
import {
  correctIssue,
  dropUnnamedEditions,
  publishIssue,
  storeMissingEditions,
} from '../../src/storage/publishing';
import { changePreferences } from '../../src/storage/stored-preferences';
import { saveClip } from '../../src/storage/saved-clip';
import { article, openFreshDatabase } from './fresh-database';

/** A draft with one clip in its section “Diplomacy”. */
async function openWithDraft(): Promise<{ database: Database; issueId: string; clipId: string }> {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, newSection: 'Diplomacy' });
  await changeIssue(database, clip.issueId, (issue) => ({ ...issue, title: 'The week' }));
  return { database, issueId: clip.issueId, clipId: clip.id };
}

async function copyOf(database: Database): Promise<Database> {
  const copy = await openFreshDatabase();
  await restoreBackup(copy, await readBackup(await writeBackup(database)), 'replace');
  return copy;
}

async function mergeInto(database: Database, other: Database): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

async function issueIn(database: Database, id: string): Promise<Issue> {
  const issue = await readIssue(database, id);
  if (issue === undefined) throw new Error('The issue is gone');
  return issue;
}

async function printedIn(database: Database, issueId: string): Promise<Record<string, string> | undefined> {
  const id = latestEditionId(await issueIn(database, issueId));
  return id === undefined ? undefined : (await readEdition(database, id))?.printed;
}

/** Publishes an issue and corrects its comment to these words. */
async function correctTo(
  database: Database,
  issueId: string,
  clipId: string,
  comment: string,
): Promise<void> {
  await correctIssue(database, issueId, printForms);
  await changeClip(database, clipId, (clip) => ({ ...clip, comment }));
  await publishIssue(database, issueId, printForms);
}

it('keeps every printed form of a published issue, whatever becomes of the house style and its clips', async () => {
  const { database, issueId, clipId } = await openWithDraft();
  await publishIssue(database, issueId, printForms);
  const printed = await printedIn(database, issueId);
  expect(Object.keys(printed ?? {})).toEqual(
    expect.arrayContaining(['md', 'html', 'txt', 'json', 'richText', 'substack', 'ghost', 'email']),
  );
  expect(printed?.['md']).toContain('The talks **will** go on.');
  await changePreferences(database, (all) => ({
    ...all,
    houseStyle: { ...all.houseStyle, outletMark: ' :: ' },
  }));
  await changeClip(database, clipId, (clip) => ({ ...clip, headline: 'Other' }));
  expect(await printedIn(database, issueId)).toStrictEqual(printed);
  const copy = await copyOf(database);
  await mergeInto(copy, database);
  expect(await printedIn(copy, issueId)).toStrictEqual(printed);
});

it('makes the same record on two machines that publish the same', async () => {
  const { database, issueId } = await openWithDraft();
  const other = await copyOf(database);
  for (const machine of [database, other]) await publishIssue(machine, issueId, printForms);
  const [one, same] = await Promise.all([database, other].map((machine) => issueIn(machine, issueId)));
  expect(one && latestEditionId(one)).toBe(same && latestEditionId(same));
  await mergeInto(database, other);
  expect(editionsOf(await issueIn(database, issueId))).toHaveLength(1);
});

it('stores issues that were published already, once, and so that a restore can still be undone', async () => {
  const { database, issueId } = await openWithDraft();
  const old = await changeIssue(database, issueId, (issue) => ({
    ...issue,
    publication: { on: '2026-11-20' },
  }));
  const empty = await openFreshDatabase();
  const restored = await restoreBackup(empty, await readBackup(await writeBackup(database)), 'merge');
  await storeMissingEditions(empty, printForms);
  expect(await undoRestore(empty, restored)).toBe('undone');
  await storeMissingEditions(database, printForms);
  const issue = await issueIn(database, issueId);
  expect(issue).toMatchObject({ revision: old.revision, publication: { on: '2026-11-20' } });
  expect((await printedIn(database, issueId))?.['txt']).toContain('Talks go on – The Daily');
  await changePreferences(database, (all) => ({
    ...all,
    houseStyle: { ...all.houseStyle, outletMark: ' :: ' },
  }));
  await storeMissingEditions(database, printForms);
  expect(await issueIn(database, issueId)).toStrictEqual(issue);
});

it('prints the year of an article from another year, except in what was published without', async () => {
  const { database, issueId } = await openWithDraft();
  await publishIssue(database, issueId, printForms);
  expect((await printedIn(database, issueId))?.['txt']).toContain('The Daily [Feb 20th, 2023]');
  const old = await openWithDraft();
  await changeIssue(old.database, old.issueId, (issue) => ({ ...issue, publication: { on: '2024-11-20' } }));
  await storeMissingEditions(old.database, printForms);
  expect((await printedIn(old.database, old.issueId))?.['txt']).toContain('The Daily [Feb 20th]');
});

it('records a correction, and none if nothing that is printed was changed', async () => {
  const { database, issueId, clipId } = await openWithDraft();
  await publishIssue(database, issueId, printForms);
  await correctIssue(database, issueId, printForms);
  await publishIssue(database, issueId, printForms);
  expect(await issueIn(database, issueId)).not.toHaveProperty('corrections');
  await correctTo(database, issueId, clipId, 'It was **not** so.');
  const issue = await issueIn(database, issueId);
  expect(issue).not.toHaveProperty('isBeingCorrected');
  expect(editionsOf(issue)).toHaveLength(2);
  expect((await printedIn(database, issueId))?.['md']).toContain('It was **not** so.');
  const [first] = editionsOf(issue);
  expect((await readEdition(database, first?.editionId ?? ''))?.printed['md']).not.toContain('It was');
});

it('keeps the corrections of two machines, and shows the same one on both', async () => {
  const { database, issueId, clipId } = await openWithDraft();
  await publishIssue(database, issueId, printForms);
  const other = await copyOf(database);
  await correctTo(database, issueId, clipId, 'Ours.');
  await correctTo(other, issueId, clipId, 'Theirs.');
  await mergeInto(database, other);
  await mergeInto(other, database);
  const [one, same] = await Promise.all([database, other].map((machine) => issueIn(machine, issueId)));
  expect(one && editionsOf(one)).toStrictEqual(same && editionsOf(same));
  expect(one && editionsOf(one)).toHaveLength(3);
  expect(await printedIn(database, issueId)).toStrictEqual(await printedIn(other, issueId));
  expect((await printedIn(database, issueId))?.['md']).toContain('Theirs.');
});

it('shows a correction that was made last, although this machine’s clock is behind', async () => {
  const { database, issueId, clipId } = await openWithDraft();
  await publishIssue(database, issueId, printForms);
  await correctTo(database, issueId, clipId, 'First.');
  await correctIssue(database, issueId, printForms);
  await changeClip(database, clipId, (clip) => ({ ...clip, comment: 'Second.' }));
  await publishIssue(database, issueId, printForms, { now: () => new Date('2020-01-01T00:00:00Z') });
  expect((await printedIn(database, issueId))?.['md']).toContain('Second.');
});

it('keeps what two machines have published without knowing of each other', async () => {
  const { database, issueId, clipId } = await openWithDraft();
  const other = await copyOf(database);
  await changeClip(other, clipId, (clip) => ({ ...clip, comment: 'Theirs.' }));
  for (const machine of [database, other]) await publishIssue(machine, issueId, printForms);
  await mergeInto(database, other);
  await mergeInto(other, database);
  const [one, same] = await Promise.all([database, other].map((machine) => issueIn(machine, issueId)));
  expect(one && editionsOf(one)).toHaveLength(2);
  expect(one && editionsOf(one)).toStrictEqual(same && editionsOf(same));
  await dropUnnamedEditions(database);
  expect(await database.count('editions')).toBe(2);
});

it('puts what a merge brings into a published issue into the inbox, alike on all machines', async () => {
  const { database, issueId, clipId } = await openWithDraft();
  const other = await copyOf(database);
  const late = await saveClip(other, {
    content: { ...article, address: 'https://www.daily.example/late', headline: 'Late' },
    newSection: 'Diplomacy',
  });
  expect(late.clip.issueId).toBe(issueId);
  await publishIssue(database, issueId, printForms);
  await mergeInto(database, other);
  await mergeInto(other, await copyOf(database));
  for (const machine of [database, other]) {
    expect((await readClipsOfIssue(machine, issueId)).map(({ id }) => id)).toEqual([clipId]);
    expect(await readClipsOfIssue(machine, FIRST_NEWSLETTER)).toMatchObject([
      { id: late.clip.id, lateFor: issueId },
    ]);
  }
  const [one, same] = await Promise.all([database, other].map((machine) => readClip(machine, late.clip.id)));
  expect(one?.edits).toStrictEqual(same?.edits);
  const { id } = await readCurrentIssue(await openFreshDatabase());
  const moved = await changeClip(database, late.clip.id, (clip) => ({ ...clip, issueId: id }));
  expect(moved).not.toHaveProperty('lateFor');
});

it('agrees on late clips also if each machine finds them by itself', async () => {
  const { database, issueId } = await openWithDraft();
  const other = await copyOf(database);
  await saveClip(other, {
    content: { ...article, address: 'https://www.daily.example/late' },
    newSection: 'Diplomacy',
  });
  const third = await copyOf(other);
  await publishIssue(database, issueId, printForms);
  for (const machine of [other, third]) await mergeInto(machine, database);
  const inboxes = await Promise.all(
    [other, third].map((machine) => readClipsOfIssue(machine, FIRST_NEWSLETTER)),
  );
  expect(inboxes[0]).toHaveLength(1);
  expect(inboxes[0]?.map(({ edits }) => edits)).toStrictEqual(inboxes[1]?.map(({ edits }) => edits));
});

it('deletes an edition whose publication was undone', async () => {
  const { database, issueId } = await openWithDraft();
  const { before } = await publishIssue(database, issueId, printForms);
  expect(await database.count('editions')).toBe(1);
  await changeIssue(database, issueId, () => before);
  await dropUnnamedEditions(database);
  expect(await database.count('editions')).toBe(0);
});

it('shows a published issue without its edition if the record is damaged', async () => {
  const { database, issueId } = await openWithDraft();
  const { after } = await publishIssue(database, issueId, printForms);
  const id = latestEditionId(after) ?? '';
  const edition = await database.get('editions', id);
  for (const content of ['?', '', 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==', edition?.content.slice(0, 40) ?? '']) {
    await database.put('editions', { id, issueId, clipIds: [], leftOutIds: [], content });
    expect(await readEdition(database, id)).toBeUndefined();
  }
});

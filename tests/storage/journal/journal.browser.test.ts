import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readBackup } from '../../../src/storage/backup/backup';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import { emptyBin } from '../../../src/storage/bin';
import { readClipsOfIssue } from '../../../src/storage/clip-lookup';
import { binClip, changeClip } from '../changed-clip';
import type { Database } from '../../../src/storage/database/database';
import type { CopyFile } from '../../../src/storage/journal/copy-file';
import { listFiles, openFolder, placesOf, removeFiles } from '../../../src/storage/journal/copy-folder';
import type { CopyPlace } from '../../../src/storage/journal/copy-place';
import { deleteDraft, draftWriter } from '../../../src/storage/drafts';
import { FIRST_NEWSLETTER } from '../../../src/news/newsletter';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { readPicture, savePicture } from '../../../src/storage/pictures';
import { saveClip } from '../../../src/storage/saved-clip';
import { article, freshName } from '../fresh-database';
import { putBack, snapshotOf } from './database-snapshot';
import { bringUpToDate, loseDatabase, numbered, openNamed } from './lost-database';

let name: string;
let outcomes: unknown[];
beforeEach(() => {
  name = freshName();
  outcomes = [];
  copySaves((error) => outcomes.push(error));
});
afterEach(() => copySaves(() => undefined));

const open = () => openNamed(name);

const files = async () => listFiles(openFolder(name));

describe('after the browser has lost the database', () => {
  it('brings back what was saved, from a checkpoint and from the saves since', async () => {
    const database = await open();
    const { clip } = await saveClip(database, { content: article });
    await bringUpToDate(database);
    await changeClip(database, clip.id, (before) => ({ ...before, comment: 'Since then.' }));
    await saveClip(database, { content: numbered(2) });
    const emptied = await loseDatabase(database);
    const lost = await findLostRecords(emptied);
    expect(lost).toMatchObject({ clips: 2, issues: 1, drafts: 0, unreadable: 0 });
    await lost?.bringBack();
    const clips = await emptied.getAll('clips');
    expect(clips.map(({ headline, comment }) => [headline, comment]).sort()).toStrictEqual([
      ['Number 2', undefined],
      ['Talks go on', 'Since then.'],
    ]);
    expect(await findLostRecords(emptied)).toBeUndefined();
  });

  it('brings it back beside what was saved since, and whatever is lost once more', async () => {
    const database = await open();
    await saveClip(database, { content: numbered(1) });
    const second = await loseDatabase(database);
    await saveClip(second, { content: numbered(2) });
    const third = await loseDatabase(second);
    await saveClip(third, { content: numbered(3) });
    await bringUpToDate(third);
    const lost = await findLostRecords(third);
    expect(lost?.clips).toBe(2);
    await lost?.bringBack();
    expect(await third.count('clips')).toBe(3);
  });

  it('does not believe a damaged file, says how many there are, and brings back the rest', async () => {
    const database = await open();
    for (const number of [1, 2, 3]) await saveClip(database, { content: numbered(number) });
    const [, second] = await files();
    await damage(second, (text) => text.replace('Number 2', 'Number 9'));
    const emptied = await loseDatabase(database);
    const lost = await findLostRecords(emptied);
    expect(lost).toMatchObject({ clips: 2, unreadable: 1 });
  });

  it('reads the checkpoint before, and the saves since that one, where the latest is torn', async () => {
    const database = await saveAroundCheckpoints();
    const latest = (await files()).filter(({ kind }) => kind === 'checkpoint').at(-1);
    await damage(latest, (text) => text.slice(0, -200));
    const lost = await findLostRecords(await loseDatabase(database));
    expect(lost).toMatchObject({ clips: 3 });
  });

  it('brings back everything although a torn list has given a checkpoint the content of an earlier one', async () => {
    const database = await saveAroundCheckpoints();
    const [before, latest] = (await files()).filter(({ kind }) => kind === 'checkpoint');
    const texts = before && (await Promise.all(places().map((place) => textIn(place, before))));
    await damage(latest, () => texts?.find((text) => text !== '') ?? '');
    expect(await findLostRecords(await loseDatabase(database))).toMatchObject({ clips: 3 });
  });

  it('replaces a checkpoint that has the content of another one', async () => {
    const database = await open();
    await saveClip(database, { content: numbered(1) });
    await bringUpToDate(database);
    const [first] = (await files()).filter(({ kind }) => kind === 'checkpoint');
    const wrong = (text: string) => text.replace(/"name":"[^"]*"/u, '"name":"another one"');
    await damage(first, wrong);
    await bringUpToDate(database);
    const latest = (await files()).findLast(({ kind }) => kind === 'checkpoint');
    const texts = latest && (await Promise.all(places().map((place) => textIn(place, latest))));
    expect(texts?.map((text) => text.includes(latest?.name ?? ''))).toStrictEqual(places().map(() => true));
  });

  it('gives one file with what was lost at several times', async () => {
    const database = await open();
    const { clip } = await saveClip(database, { content: { ...numbered(1), comment: 'First.' } });
    const second = await loseDatabase(database);
    await saveClip(second, { content: numbered(2) });
    const lost = await findLostRecords(await loseDatabase(second));
    const file = await lost?.readCopy();
    const elsewhere = await openNamed(freshName());
    await restoreBackup(elsewhere, await readBackup(file ?? new Blob()), 'merge');
    expect(await elsewhere.count('clips')).toBe(2);
    expect(await elsewhere.get('clips', clip.id)).toMatchObject({ comment: 'First.' });
  });

  it('goes on in the issue that was lost, with what was clipped since', async () => {
    const database = await open();
    await saveClip(database, { content: numbered(1), newSection: 'Trade' });
    const issue = await readCurrentIssue(database);
    const emptied = await loseDatabase(database);
    await saveClip(emptied, { content: numbered(2), newSection: 'Trade' });
    await saveClip(emptied, { content: numbered(3) });
    expect(await readClipsOfIssue(emptied, FIRST_NEWSLETTER)).toHaveLength(1);
    await (await findLostRecords(emptied))?.bringBack();
    expect((await readCurrentIssue(emptied)).id).toBe(issue.id);
    expect(await emptied.count('issues')).toBe(1);
    const clips = await readClipsOfIssue(emptied, issue.id);
    const trade = issue.sections[0]?.id;
    expect(clips.map(({ headline, sectionId }) => [headline, sectionId]).sort()).toStrictEqual([
      ['Number 1', trade],
      ['Number 2', trade],
    ]);
  });

  it('brings back the cover picture', async () => {
    const database = await open();
    await saveClip(database, { content: article });
    const id = await savePicture(database, new Blob(['picture'], { type: 'image/png' }));
    const emptied = await loseDatabase(database);
    await (await findLostRecords(emptied))?.bringBack();
    expect(await (await readPicture(emptied, id))?.text()).toBe('picture');
  });
});

it('finds that the database has become an earlier one, even when something was saved since', async () => {
  const database = await open();
  const { clip } = await saveClip(database, { content: article });
  const earlier = await snapshotOf(database);
  await changeClip(database, clip.id, (before) => ({ ...before, comment: 'Lost words' }));
  await putBack(database, earlier);
  await saveClip(database, { content: numbered(2) });
  const lost = await findLostRecords(database);
  expect(lost).toMatchObject({ clips: 0, changed: 1 });
  await lost?.bringBack();
  expect(await database.get('clips', clip.id)).toMatchObject({ comment: 'Lost words' });
  expect(await database.count('clips')).toBe(2);
});

describe('after the browser has lost the database and', () => {
  it.each([
    ['the file system', 0],
    ['the file system of a bucket', 1],
    ['the file system of the other bucket', 2],
    ['the cache', 3],
  ])(
    'all places of the copy but %s, brings back what was saved until some seconds before',
    async (_, left) => {
      const database = await open();
      for (const number of [1, 2, 3]) await saveClip(database, { content: numbered(number) });
      await bringUpToDate(database);
      for (const [index, place] of places().entries()) if (index !== left) await place.renew();
      const lost = await findLostRecords(await loseDatabase(database));
      expect(lost).toMatchObject({ clips: 3, unreadable: 0 });
    },
  );

  it('another file in each place, brings back all', async () => {
    const database = await saveSinceCheckpoint();
    const saves = (await files()).filter(({ kind }) => kind === 'save');
    for (const [index, place] of places().entries())
      await place.write(saves[index % saves.length]?.name ?? '', 'noise');
    const lost = await findLostRecords(await loseDatabase(database));
    expect(lost).toMatchObject({ clips: 3, unreadable: 0 });
  });

  it('all places of the copy, says so until the analyst has read it', async () => {
    const database = await open();
    for (const number of [1, 2, 3]) await saveClip(database, { content: numbered(number) });
    await bringUpToDate(database);
    for (const place of places()) await place.renew();
    const emptied = await loseDatabase(database);
    expect(await findLostRecords(emptied)).toMatchObject({ isGone: true, unreadable: 3 });
    await saveClip(emptied, { content: numbered(4) });
    await bringUpToDate(emptied);
    const again = await findLostRecords(emptied);
    expect(again).toMatchObject({ isGone: true, unreadable: 3 });
    await again?.bringBack();
    expect(await findLostRecords(emptied)).toBeUndefined();
  });

  it.each([Number.MAX_SAFE_INTEGER, 1e300, 2.5])(
    'its count of saves, which says %d, names none',
    async (saves) => {
      const database = await open();
      await saveClip(database, { content: numbered(1) });
      localStorage.setItem(`saves:${name}`, JSON.stringify({ generation: 'forged', saves }));
      onTestFinished(() => localStorage.removeItem(`saves:${name}`));
      const lost = await findLostRecords(database);
      expect(lost).toMatchObject({ isGone: true, isUncounted: true, unreadable: 1 });
      await lost?.bringBack();
      expect(await findLostRecords(database)).toBeUndefined();
    },
  );

  it('the saves of the last seconds in all places, says how many there were', async () => {
    const database = await saveSinceCheckpoint();
    await removeFiles(
      openFolder(name),
      (await files()).filter(({ number }) => number === 3),
    );
    const lost = await findLostRecords(await loseDatabase(database));
    expect(lost).toMatchObject({ clips: 2, unreadable: 1, isGone: false });
  });
});

it('raises no alarm when a bin is emptied, and keeps no word of what was in it', async () => {
  const database = await open();
  const { clip } = await saveClip(database, { content: { ...article, comment: 'Secret' } });
  await saveClip(database, { content: numbered(2) });
  await bringUpToDate(database);
  await binClip(database, clip.id);
  await emptyBin(database);
  expect(await findLostRecords(database)).toBeUndefined();
  await bringUpToDate(database);
  const texts = await Promise.all(
    (await files()).flatMap((file) => places().map((place) => textIn(place, file))),
  );
  expect(texts.join()).toContain('Number 2');
  expect(texts.join()).not.toContain('Secret');
  expect(await findLostRecords(database)).toBeUndefined();
});

it('keeps no word of a draft that was discarded', async () => {
  const database = await open();
  await saveClip(database, { content: article });
  const draft = { key: 'here', touched: ['comment'], changedAt: '2026-11-24T09:00:00.000Z' };
  const content = { ...article, comment: 'Secret' };
  const drafts = draftWriter(database, (error) => outcomes.push(error));
  drafts.write({ ...draft, content });
  await drafts.flush();
  await bringUpToDate(database);
  expect(await allCopied()).toContain('Secret');
  await deleteDraft(database, 'here');
  await bringUpToDate(database);
  expect(await allCopied()).toContain('Talks go on');
  expect(await allCopied()).not.toContain('Secret');
});

it('answers a save that cannot be copied, and tells so', async () => {
  const database = await open();
  const noRoom = new DOMException('no room', 'QuotaExceededError');
  const failing = [
    vi.spyOn(FileSystemFileHandle.prototype, 'createWritable').mockRejectedValue(noRoom),
    vi.spyOn(Cache.prototype, 'put').mockRejectedValue(noRoom),
  ];
  onTestFinished(() => failing.forEach((each) => each.mockRestore()));
  const { clip } = await saveClip(database, { content: article });
  expect(await database.get('clips', clip.id)).toStrictEqual(clip);
  expect(outcomes).toStrictEqual([expect.any(DOMException)]);
});

/** Three clips, of which the first is in a checkpoint, and the others are in files of their own in all places. */
async function saveSinceCheckpoint(): Promise<Database> {
  const database = await open();
  await saveClip(database, { content: numbered(1) });
  await bringUpToDate(database);
  for (const number of [2, 3]) await saveClip(database, { content: numbered(number) });
  await bringUpToDate(database);
  return database;
}

/** A checkpoint with the first clip, one with the second clip, too, and a save since. */
async function saveAroundCheckpoints(): Promise<Database> {
  const database = await open();
  for (const number of [1, 2]) {
    await saveClip(database, { content: numbered(number) });
    await bringUpToDate(database);
    await savePicture(database, new Blob(['makes', String(number)]));
    await removeSave(2 * number); // so that a checkpoint is due
    await bringUpToDate(database);
  }
  await saveClip(database, { content: numbered(3) });
  return database;
}

function places(): CopyPlace[] {
  return placesOf(openFolder(name));
}

async function textIn(place: CopyPlace, { name: file }: CopyFile): Promise<string> {
  const written = await place.read(file);
  return written === undefined ? '' : written.content.text();
}

async function allCopied(): Promise<string> {
  const all = (await files()).flatMap((file) => places().map((place) => textIn(place, file)));
  return (await Promise.all(all)).join();
}

/** In all places. */
async function damage(file: CopyFile | undefined, change: (text: string) => string): Promise<void> {
  if (file === undefined) throw new Error('There is no such file');
  await openFolder(name).turns.finish(); // what a place has received late is damaged, too
  for (const place of places()) {
    const text = await textIn(place, file);
    if (text !== '') await place.write(file.name, change(text));
  }
}

async function removeSave(number: number): Promise<void> {
  const save = (await files()).filter((file) => file.kind === 'save' && file.number === number);
  await removeFiles(openFolder(name), save);
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyBin, readBin, sweepBin, undoEmptyBin } from '../../src/storage/bin';
import { moveClips } from '../../src/storage/clip-order';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { binClip, changeClip, restoreClip } from './changed-clip';
import type { Database } from '../../src/storage/database/database';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { saveClip } from '../../src/storage/saved-clip';
import { readSnapshot, saveSnapshot } from '../../src/storage/snapshots';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { article, openFreshDatabase, tickingClock } from './fresh-database';

/** Clips with the ids `clip2`, `clip3`, … (`clip1` is the issue), in the inbox, and an issue of the sections `a` and `b`. */
async function openWithClips(count: number): Promise<Database> {
  const database = await openFreshDatabase();
  const clock = tickingClock('clip');
  const issue = await readCurrentIssue(database, clock);
  const sections = ['a', 'b'].map((id) => ({ id, title: id }));
  await changeIssue(database, issue.id, (before) => ({ ...before, sections }), clock);
  for (let made = 0; made < count; made++) await saveClip(database, { content: article }, clock);
  return database;
}

/** A section of the issue; `undefined`: the inbox. */
const groupOf = (sectionId: string | undefined) => ({
  issueId: sectionId === undefined ? FIRST_NEWSLETTER : 'clip1',
  sectionId,
});

async function idsIn(database: Database, sectionId?: string): Promise<string[]> {
  const clips = await readClipsOfIssue(database, groupOf(sectionId).issueId);
  return clips.filter((clip) => clip.sectionId === sectionId).map((clip) => clip.id);
}

it('moves a clip before another and to the end of a section', async () => {
  const database = await openWithClips(3);
  await moveClips(database, ['clip2'], groupOf('a'));
  await moveClips(database, ['clip3'], groupOf('a'));
  await moveClips(database, ['clip4'], groupOf('a'), 'clip3');
  expect(await idsIn(database, 'a')).toStrictEqual(['clip2', 'clip4', 'clip3']);
  await moveClips(database, ['clip4'], groupOf(undefined));
  expect(await idsIn(database)).toStrictEqual(['clip4']);
  expect(await readClip(database, 'clip4')).not.toHaveProperty('sectionId');
});

it('moves a clip between two that have the same rank', async () => {
  const database = await openWithClips(3);
  for (const id of ['clip2', 'clip3'])
    await database.put('clips', { ...(await changeClip(database, id, (clip) => clip)), rank: 'a0' });
  await moveClips(database, ['clip4'], groupOf(undefined), 'clip3');
  expect(await idsIn(database)).toStrictEqual(['clip2', 'clip4', 'clip3']);
});

it('keeps the order of a plain list, whatever is moved where', { timeout: 30_000 }, async () => {
  const database = await openWithClips(5);
  const lists = new Map<string | undefined, string[]>([
    ['a', []],
    ['b', []],
    [undefined, await idsIn(database)],
  ]);
  const clip = fc.constantFrom('clip2', 'clip3', 'clip4', 'clip5', 'clip6');
  const move = fc.record({
    id: clip,
    to: fc.constantFrom('a', 'b', undefined),
    before: fc.option(clip, { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(move, async ({ id, to, before }) => {
      await moveClips(database, [id], groupOf(to), before);
      for (const [section, list] of lists)
        lists.set(
          section,
          list.filter((other) => other !== id),
        );
      const list = lists.get(to) ?? [];
      const place = before === undefined || before === id ? -1 : list.indexOf(before);
      list.splice(place === -1 ? list.length : place, 0, id);
      for (const [section, expected] of lists) expect(await idsIn(database, section)).toStrictEqual(expected);
    }),
  );
});

it('keeps both changes when two pages change one clip at once', async () => {
  const database = await openWithClips(1);
  await Promise.all([
    changeClip(database, 'clip2', (clip) => ({ ...clip, headline: 'Corrected' })),
    changeClip(database, 'clip2', (clip) => ({ ...clip, comment: 'Mine' })),
  ]);
  expect(await readClip(database, 'clip2')).toMatchObject({
    headline: 'Corrected',
    comment: 'Mine',
    revision: 3,
  });
});

it('says so if a clip to change or move does not exist', async () => {
  const database = await openWithClips(0);
  await expect(changeClip(database, 'gone', (clip) => clip)).rejects.toThrow(MissingRecordError);
  await expect(moveClips(database, ['gone'], groupOf('a'))).rejects.toThrow(MissingRecordError);
});

it('takes a clip out of its issue into the bin and back to its place', async () => {
  const database = await openWithClips(3);
  await binClip(database, 'clip3', tickingClock());
  expect(await idsIn(database)).toStrictEqual(['clip2', 'clip4']);
  expect((await readBin(database)).map((clip) => clip.id)).toStrictEqual(['clip3']);
  await restoreClip(database, 'clip3');
  expect(await idsIn(database)).toStrictEqual(['clip2', 'clip3', 'clip4']);
  expect(await readBin(database)).toStrictEqual([]);
});

it('shows the bin with the clip binned last first', async () => {
  const database = await openWithClips(2);
  const clock = tickingClock();
  await binClip(database, 'clip3', clock);
  await binClip(database, 'clip2', clock);
  expect((await readBin(database)).map((clip) => clip.id)).toStrictEqual(['clip2', 'clip3']);
});

it('takes a clip out of the bin when it is saved', async () => {
  const database = await openWithClips(1);
  await binClip(database, 'clip2');
  await saveClip(database, { id: 'clip2', content: article });
  expect(await idsIn(database)).toStrictEqual(['clip2']);
});

it('empties the bin with the saved texts of its pages, and restores all of it', async () => {
  const database = await openWithClips(2);
  await binClip(database, 'clip2');
  const binned = await readClip(database, 'clip2');
  const page = { text: 'The page', leadPicture: { address: 'https://a.example/b.jpg', credit: 'J. Doe' } };
  await saveSnapshot(database, 'clip2', page);
  const emptied = await emptyBin(database);
  expect(await readClip(database, 'clip2')).toBeUndefined();
  expect(await readSnapshot(database, 'clip2')).toStrictEqual({});
  expect(await database.count('clips')).toBe(1);
  await undoEmptyBin(database, emptied);
  const { edits: _, ...restored } = (await readClip(database, 'clip2')) ?? {};
  const { edits: __, ...before } = binned ?? {};
  expect(restored).toStrictEqual(before);
  expect(await readSnapshot(database, 'clip2')).toStrictEqual(page);
});

it('does not overwrite what was restored from elsewhere meanwhile', async () => {
  const database = await openWithClips(1);
  await binClip(database, 'clip2');
  const emptied = await emptyBin(database);
  await undoEmptyBin(database, emptied);
  await restoreClip(database, 'clip2');
  await undoEmptyBin(database, emptied);
  expect(await readBin(database)).toStrictEqual([]);
});

it('deletes automatically what has been in the bin for 30 days, and nothing else', async () => {
  const database = await openWithClips(3);
  const at = (day: string) => ({ now: () => new Date(day) });
  await binClip(database, 'clip2', at('2023-03-01T12:00:00Z'));
  await binClip(database, 'clip3', at('2023-03-01T12:00:01Z'));
  await sweepBin(database, at('2023-03-31T12:00:00Z'));
  expect((await readBin(database)).map((clip) => clip.id)).toStrictEqual(['clip3']);
  expect(await idsIn(database)).toHaveLength(1);
});

it('moves no clip into a published issue: it goes to the inbox', async () => {
  const database = await openWithClips(1);
  await changeIssue(database, 'clip1', (issue) => ({ ...issue, publication: { on: '2023-02-24' } }));
  await moveClips(database, ['clip2'], groupOf('a'));
  expect(await readClipsOfIssue(database, 'clip1')).toStrictEqual([]);
  expect(await idsIn(database)).toStrictEqual(['clip2']);
});

it('brings no clip out of the bin back into an issue that was published meanwhile', async () => {
  const database = await openWithClips(1);
  await moveClips(database, ['clip2'], groupOf('a'));
  await binClip(database, 'clip2');
  await changeIssue(database, 'clip1', (issue) => ({ ...issue, publication: { on: '2023-02-24' } }));
  await restoreClip(database, 'clip2');
  expect(await readClip(database, 'clip2')).toMatchObject({ issueId: FIRST_NEWSLETTER });
  expect(await readClip(database, 'clip2')).not.toHaveProperty('sectionId');
});

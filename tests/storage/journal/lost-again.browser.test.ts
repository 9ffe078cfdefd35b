import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { FIRST_NEWSLETTER } from '../../../src/news/newsletter';
import { emptyBin } from '../../../src/storage/bin';
import { readClipsOfIssue } from '../../../src/storage/clip-lookup';
import { binClip, changeClip } from '../changed-clip';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import type { Database } from '../../../src/storage/database/database';
import { changeIssue } from '../../../src/storage/issues';
import { listFiles, openFolder, removeFiles } from '../../../src/storage/journal/copy-folder';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { readJournalState } from '../../../src/storage/journal/save-number';
import { readSnapshot, saveSnapshot } from '../../../src/storage/snapshots';
import { saveClip } from '../../../src/storage/saved-clip';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { runsOf } from '../../property-runs';
import { withoutVersions } from '../backup-content';
import { freshName } from '../fresh-database';
import { bringBack, bringUpToDate, loseDatabase, numbered, openNamed } from './lost-database';

const RUNS = runsOf(12);

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

async function deleteForGood(database: Database, id: string): Promise<void> {
  await binClip(database, id);
  await emptyBin(database);
}

async function headlinesIn(database: Database): Promise<(string | undefined)[]> {
  return (await database.getAll('clips')).map(({ headline }) => headline).sort();
}

/** A database with two clips that was lost and brought back. */
async function broughtBack() {
  const database = await openNamed(freshName());
  const { clip: first } = await saveClip(database, { content: numbered(1), newSection: 'Trade' });
  await saveClip(database, { content: { ...numbered(2), comment: 'Words of the comment.' } });
  await bringUpToDate(database);
  const emptied = await loseDatabase(database);
  await bringBack(emptied);
  return { database: emptied, first };
}

describe('after what was brought back is lost again', () => {
  it('counts once what is lost a second time', async () => {
    const database = await openNamed(freshName());
    for (const number of [1, 2]) await saveClip(database, { content: numbered(number) });
    const second = await loseDatabase(database);
    await (await findLostRecords(second))?.bringBack();
    await saveClip(second, { content: numbered(3) });
    const lost = await findLostRecords(await loseDatabase(second));
    expect(lost).toMatchObject({ clips: 3, issues: 1, unreadable: 0 });
  });

  it.each([
    { before: 0, after: 0 },
    { before: 1, after: 0 },
    { before: 2, after: 0 },
    { before: 0, after: 1 },
    { before: 1, after: 1 },
  ])(
    'what was deleted for good stays deleted ($before steps of upkeep before that, $after after it)',
    async (steps) => {
      const { database, first } = await broughtBack();
      await bringUpToDate(database, steps.before);
      await deleteForGood(database, first.id);
      await bringUpToDate(database, steps.after);
      const again = await loseDatabase(database);
      expect(await findLostRecords(again)).toMatchObject({ clips: 1, unreadable: 0 });
      await bringBack(again);
      expect(await headlinesIn(again)).toStrictEqual(['Number 2']);
      expect(await findLostRecords(again)).toBeUndefined();
    },
  );

  it('what was edited meanwhile stays as it was edited', async () => {
    const { database, first } = await broughtBack();
    await changeClip(database, first.id, (clip) => ({ ...clip, comment: 'New words.' }));
    const [second] = (await database.getAll('clips')).filter(({ id }) => id !== first.id);
    await changeClip(database, second?.id ?? '', ({ comment: _, ...clip }) => clip);
    const issue = await readCurrentIssue(database);
    await changeIssue(database, issue.id, (before) => ({ ...before, title: 'A title', sections: [] }));
    await changePreferences(database, (before) => ({ ...before, signOff: 'Until next week' }));
    const stored = async (from: Database) => ({
      clips: (await from.getAll('clips')).map(withoutVersions),
      issue: withoutVersions(await readCurrentIssue(from)),
      preferences: withoutVersions(await readPreferences(from)),
    });
    const before = await stored(database);
    const again = await loseDatabase(database);
    await bringBack(again);
    expect(await stored(again)).toStrictEqual(before);
  });

  it('clips stay in the issue that they were moved into', async () => {
    const database = await openNamed(freshName());
    await saveClip(database, { content: numbered(1), newSection: 'Trade' });
    const issue = await readCurrentIssue(database);
    const emptied = await loseDatabase(database);
    await saveClip(emptied, { content: numbered(2), newSection: 'Trade' });
    await bringBack(emptied);
    const again = await loseDatabase(emptied);
    await bringBack(again);
    expect(await again.getAllKeys('issues')).toStrictEqual([issue.id]);
    expect(await readClipsOfIssue(again, issue.id)).toHaveLength(2);
    expect(await readClipsOfIssue(again, FIRST_NEWSLETTER)).toHaveLength(0);
  });

  it('no issue comes back that a page has made by itself before everything was back', async () => {
    let database = await openNamed(freshName());
    await saveClip(database, { content: numbered(1), newSection: 'Trade' });
    const { id } = await readCurrentIssue(database);
    for (let loss = 1; loss <= 3; loss += 1) {
      database = await loseDatabase(database);
      await readCurrentIssue(database); // a page makes it
      expect(await findLostRecords(database)).toMatchObject({ clips: 1, issues: 1 });
      await bringBack(database);
      expect(await database.getAllKeys('issues')).toStrictEqual([id]);
      expect((await readCurrentIssue(database)).id).toBe(id);
    }
  });

  it('an article that was clipped once more before everything was back has one clip, with the words of both', async () => {
    const database = await openNamed(freshName());
    const input = { articleKey: 'daily.example/1', newSection: 'Trade' };
    await saveClip(database, { ...input, content: { ...numbered(1), comment: 'Words of before.' } });
    const emptied = await loseDatabase(database);
    const { clip } = await saveClip(emptied, {
      ...input,
      content: { ...numbered(1), quotes: [{ id: 'passage', markdown: 'A passage.' }] },
    });
    await saveSnapshot(emptied, clip.id, { text: 'The text of the page.' });
    await bringBack(emptied);
    const clips = await emptied.getAll('clips');
    expect(clips).toHaveLength(1);
    expect(clips[0]?.comment).toBe('Words of before.');
    expect(clips[0]?.quotes.map(({ markdown }) => markdown)).toContain('A passage.');
    expect((await readSnapshot(emptied, clips[0]?.id ?? '')).text).toBe('The text of the page.');
    const again = await loseDatabase(emptied);
    await bringBack(again);
    expect(await again.count('clips')).toBe(1);
  });

  it('everything comes back if the note that it was brought back is lost, too', async () => {
    const { database, first } = await broughtBack();
    await deleteForGood(database, first.id);
    const folder = openFolder(database.name);
    const notes = (await listFiles(folder)).filter(({ kind }) => kind === 'restored');
    await removeFiles(folder, notes);
    const again = await loseDatabase(database);
    await bringBack(again);
    expect(await headlinesIn(again)).toStrictEqual(['Number 1', 'Number 2']);
  });
});

it('removes the files of what was brought back, and then the notes of that', async () => {
  const { database } = await broughtBack();
  const generations = async () =>
    new Set((await listFiles(openFolder(database.name))).map(({ generation }) => generation));
  expect((await generations()).size).toBe(2);
  await bringUpToDate(database);
  expect((await generations()).size).toBe(1);
  const kinds = (await listFiles(openFolder(database.name))).map(({ kind }) => kind);
  expect(new Set(kinds)).toStrictEqual(new Set(['checkpoint']));
});

it('writes one note for each loss, not one for each loss before it', async () => {
  let database = await openNamed(freshName());
  for (let loss = 1; loss <= 5; loss += 1) {
    await saveClip(database, { content: numbered(loss) });
    database = await loseDatabase(database);
    await bringBack(database);
    await bringUpToDate(database, 1); // everything is copied again
  }
  const files = await listFiles(openFolder(database.name));
  expect(files.filter(({ kind }) => kind === 'restored')).toHaveLength(5);
  const again = await loseDatabase(database);
  expect(await findLostRecords(again)).toMatchObject({ clips: 5, unreadable: 0 });
});

/** Removes what was saved first. */
async function losePartOfCopy(database: Database): Promise<void> {
  const folder = openFolder(database.name);
  const state = await readJournalState(database);
  const files = await listFiles(folder);
  await removeFiles(
    folder,
    files.filter(({ generation, number }) => generation === state?.generation && number === 1),
  );
}

it('says nothing of earlier losses once everything was brought back, however many there were', async () => {
  let database = await openNamed(freshName());
  for (let loss = 1; loss <= 60; loss += 1) {
    await saveClip(database, { content: numbered(loss) });
    if (loss <= 5) await losePartOfCopy(database);
    await saveClip(database, { content: numbered(loss + 100) });
    database = await loseDatabase(database);
  }
  expect(await findLostRecords(database)).toMatchObject({ clips: 115, unreadable: 5 });
  await bringBack(database);
  expect(await findLostRecords(database)).toBeUndefined();
});

it(
  'has exactly what the analyst left, whatever was lost and brought back in between',
  { timeout: 60_000 + RUNS * 2_000 },
  async () => {
    const action = fc.record({
      kind: fc.constantFrom('save', 'edit', 'delete', 'lose', 'lose', 'bring back', 'step'),
      which: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 18 }), async (actions) => {
        let database = await openNamed(freshName());
        const left = new Map<string, string | undefined>();
        for (const number of [101, 102])
          left.set((await saveClip(database, { content: numbered(number) })).clip.id, undefined);
        for (const [place, { kind, which }] of actions.entries()) {
          const ids = (await database.getAllKeys('clips')).sort();
          const id = ids[which % Math.max(1, ids.length)];
          if (kind === 'save') {
            const { clip } = await saveClip(database, { content: numbered(place) });
            left.set(clip.id, undefined);
          } else if (kind === 'edit' && id !== undefined) {
            const comment = which % 3 === 0 ? undefined : `Words of ${place}.`;
            await changeClip(database, id, ({ comment: _, ...clip }) =>
              comment ? { ...clip, comment } : clip,
            );
            left.set(id, comment);
          } else if (kind === 'delete' && id !== undefined) {
            await deleteForGood(database, id);
            left.delete(id);
          } else if (kind === 'lose') {
            database = await loseDatabase(database);
            if (which % 3 > 0) await bringBack(database);
          } else if (kind === 'bring back') await bringBack(database);
          else if (kind === 'step') await bringUpToDate(database, which % 4);
        }
        await bringBack(database);
        const clips = await database.getAll('clips');
        expect(new Map(clips.map(({ id, comment }) => [id, comment]))).toStrictEqual(
          new Map([...left].sort()),
        );
        expect(await findLostRecords(database)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  },
);

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { emptyBin, undoEmptyBin } from '../../../src/storage/bin';
import { publishIssue } from '../../../src/storage/publishing';
import { printForms } from '../../../src/newsletter/printed-forms';
import { binClip, changeClip } from '../changed-clip';
import { readClip } from '../../../src/storage/clip-lookup';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { freshName } from '../fresh-database';
import { bringBack, bringUpToDate, keepState, numbered, openNamed, setBack } from './lost-database';

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

/** A database with two clips, and the state in which it will be found again. */
async function twoClips() {
  const database = await openNamed(freshName());
  const { clip: first } = await saveClip(database, { content: numbered(1), newSection: 'Trade' });
  const { clip: second } = await saveClip(database, { content: numbered(2) });
  await bringUpToDate(database);
  return { database, first, second, state: await keepState(database) };
}

describe('a clip that was deleted for good, in a database that the browser sets back to the time before', () => {
  it.each([
    { saved: 0, steps: 0 },
    { saved: 0, steps: Infinity },
    { saved: 1, steps: 0 },
    { saved: 1, steps: Infinity },
  ])(
    'is reported and goes to the bin ($saved saves and $steps steps of upkeep later)',
    async ({ saved, steps }) => {
      const { database, first, state } = await twoClips();
      await binClip(database, first.id);
      await emptyBin(database);
      if (saved > 0) await saveClip(database, { content: numbered(3) });
      await bringUpToDate(database, steps);
      const back = await setBack(database, state);
      expect(await findLostRecords(back)).toMatchObject({ clips: saved, deleted: 1, unreadable: 0 });
      await bringBack(back);
      expect((await readClip(back, first.id))?.binnedAt).toBeDefined();
      expect((await back.getAll('clips')).filter(({ binnedAt }) => binnedAt === undefined)).toHaveLength(
        1 + saved,
      );
      expect(await findLostRecords(back)).toBeUndefined();
    },
  );

  it('stays where it is if the deletion was undone', async () => {
    const { database, first, state } = await twoClips();
    await binClip(database, first.id);
    await undoEmptyBin(database, await emptyBin(database));
    await bringUpToDate(database);
    const back = await setBack(database, state);
    expect(await findLostRecords(back)).toMatchObject({ clips: 0, deleted: 0 });
  });

  it('leaves clips alone that were saved since', async () => {
    const { database, first, state } = await twoClips();
    await binClip(database, first.id);
    await emptyBin(database);
    await bringUpToDate(database);
    const back = await setBack(database, state);
    const { clip: since } = await saveClip(back, { content: numbered(4) });
    await bringBack(back);
    expect((await readClip(back, since.id))?.binnedAt).toBeUndefined();
  });
});

// The worker saves what is clipped by right click, and compares nothing.
describe('a database that the browser has set back, and that saves before a page opens', () => {
  it.each([1, 2, 3, 4])('gets its published issue back (after %s saves)', async (saves) => {
    const { database, first, state } = await twoClips();
    const { after } = await publishIssue(database, first.issueId, printForms);
    await bringUpToDate(database);
    const back = await setBack(database, state);
    for (let number = 0; number < saves; number += 1)
      await saveClip(back, { content: numbered(10 + number) });
    await bringBack(back);
    expect((await back.get('issues', first.issueId))?.publication).toStrictEqual(after.publication);
    expect(await back.count('editions')).toBe(1);
    expect(await back.count('clips')).toBe(2 + saves);
    expect(await findLostRecords(back)).toBeUndefined();
  });

  it('has the words of before and of after', async () => {
    const { database, first, state } = await twoClips();
    await changeClip(database, first.id, (clip) => ({ ...clip, comment: 'Lost sentence.' }));
    await saveClip(database, { content: numbered(3) });
    const back = await setBack(database, state);
    await saveClip(back, { content: numbered(4) });
    await changeClip(back, first.id, (clip) => ({ ...clip, comment: 'Added remark.' }));
    await bringBack(back);
    const comment = (await readClip(back, first.id))?.comment;
    expect(comment).toContain('Lost sentence.');
    expect(comment).toContain('Added remark.');
    expect(await back.count('clips')).toBe(4);
    expect(await findLostRecords(back)).toBeUndefined();
  });

  it('has the clips of before and of after', async () => {
    const { database, state } = await twoClips();
    for (const number of [3, 4, 5]) await saveClip(database, { content: numbered(number) });
    const back = await setBack(database, state);
    for (const number of [6, 7]) await saveClip(back, { content: numbered(number) });
    await bringBack(back);
    expect(await back.count('clips')).toBe(7);
  });
});

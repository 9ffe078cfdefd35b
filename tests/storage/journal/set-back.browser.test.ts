import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { emptyBin, undoEmptyBin } from '../../../src/storage/bin';
import { binClip } from '../changed-clip';
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

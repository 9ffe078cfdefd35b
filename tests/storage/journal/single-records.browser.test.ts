import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { emptyBin } from '../../../src/storage/bin';
import type { Database } from '../../../src/storage/database/database';
import { listFiles, openFolder, removeFiles } from '../../../src/storage/journal/copy-folder';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords, type LostRecords } from '../../../src/storage/journal/lost-records';
import { watchCopy } from '../../../src/storage/journal/watched-copy';
import { checkVersions } from '../../../src/storage/journal/copy-comparison';
import { writeWitness } from '../../../src/storage/journal/copy-witness';
import { changeJournalState, readJournalState } from '../../../src/storage/journal/save-number';
import { savePicture } from '../../../src/storage/pictures';
import { saveClip } from '../../../src/storage/saved-clip';
import { createNewsletter } from '../../../src/storage/newsletters';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { FIRST_NEWSLETTER } from '../../../src/news/newsletter';
import { binClip, changeClip } from '../changed-clip';
import { freshName } from '../fresh-database';
import { bringBack, bringUpToDate, numbered, openNamed } from './lost-database';

const ignore = () => undefined;
const IGNORE = { onComparing: ignore, onSettled: ignore, onUnreadable: ignore, onCopied: ignore };

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

/** A database with three clips, which a page has opened. */
async function threeClips(): Promise<{ database: Database; ids: string[] }> {
  const database = await openNamed(freshName());
  expect(await findLostRecords(database)).toBeUndefined();
  const ids: string[] = [];
  for (const number of [1, 2, 3]) ids.push((await saveClip(database, { content: numbered(number) })).clip.id);
  return { database, ids };
}

// A damaged table costs old records; what was written since is in others. Only `database.delete` leaves such a database.
describe('old records that a damaged file has cost, although the last save is there', () => {
  it.each([0, Infinity])('are reported and restored (%s steps of upkeep later)', async (steps) => {
    const { database, ids } = await threeClips();
    await bringUpToDate(database, steps);
    await database.delete('clips', ids[0] ?? '');
    expect(await findLostRecords(database)).toMatchObject({ clips: 1, issues: 0, unreadable: 0, deleted: 0 });
    await bringBack(database);
    expect((await database.getAllKeys('clips')).sort()).toStrictEqual(ids.toSorted());
    expect(await findLostRecords(database)).toBeUndefined();
  });

  it('are reported until the user decides, whatever is saved and copied in between', async () => {
    const { database, ids } = await threeClips();
    await bringUpToDate(database);
    await database.delete('clips', ids[1] ?? '');
    expect(await findLostRecords(database)).toMatchObject({ clips: 1 });
    await saveClip(database, { content: numbered(4) });
    await bringUpToDate(database);
    expect(await findLostRecords(database)).toMatchObject({ clips: 1 });
    await bringBack(database);
    expect(await database.count('clips')).toBe(4);
  });

  it('are reported once more if they are lost once more', async () => {
    const { database, ids } = await threeClips();
    for (const id of ids) {
      await database.delete('clips', id);
      expect(await findLostRecords(database)).toMatchObject({ clips: 1 });
      await bringBack(database);
    }
    expect(await database.count('clips')).toBe(3);
  });

  it('are reported and restored if they are pictures', async () => {
    const { database } = await threeClips();
    const id = await savePicture(database, new Blob(['a picture'], { type: 'image/png' }));
    await database.delete('pictures', id);
    expect(await findLostRecords(database)).toMatchObject({ clips: 0, pictures: 1, changed: 0 });
    await bringBack(database);
    expect(await database.getAllKeys('pictures')).toStrictEqual([id]);
  });

  it('are reported and restored if they are the preferences, also after another save', async () => {
    const { database } = await threeClips();
    await changePreferences(database, (now) => ({ ...now, subtitle: 'What we read this week' }));
    await database.clear('preferences');
    await saveClip(database, { content: numbered(4) });
    expect(await findLostRecords(database)).toMatchObject({ clips: 0, unreadable: 0, isGone: false });
    await bringBack(database);
    expect((await database.get('preferences', 'preferences'))?.subtitle).toBe('What we read this week');
    expect(await findLostRecords(database)).toBeUndefined();
  });

  it('are not reported if an earlier version has counted them, but not the preferences', async () => {
    const { database } = await threeClips();
    await changePreferences(database, (now) => ({ ...now, subtitle: 'What we read this week' }));
    await changeJournalState(database, ({ records: { preferences: _, ...records } = {}, ...state }) => ({
      ...state,
      records,
    }));
    await saveClip(database, { content: numbered(4) });
    expect(await findLostRecords(database)).toBeUndefined();
    await database.clear('preferences');
    expect(await findLostRecords(database)).toBeDefined();
  });

  it('are counted as gone if the copy has lost them as well', async () => {
    const { database, ids } = await threeClips();
    await database.delete('clips', ids[0] ?? '');
    const folder = openFolder(database.name);
    await removeFiles(folder, await listFiles(folder));
    expect(await findLostRecords(database)).toMatchObject({ clips: 0, unreadable: 1, isGone: true });
    await bringBack(database);
    expect(await findLostRecords(database)).toBeUndefined();
  });

  it('are reported by the next page if the first one was closed at once', async () => {
    const { database, ids } = await threeClips();
    await database.delete('clips', ids[0] ?? '');
    const state = await readJournalState(database);
    if (state) writeWitness(database.name, state);
    await findLostRecords(database);
    expect(await findLostRecords(database)).toMatchObject({ clips: 1, unreadable: 0 });
  });
});

it('says that a clip is here again which was deleted for good, and moves it to the bin', async () => {
  const { database, ids } = await threeClips();
  const id = ids[0] ?? '';
  await binClip(database, id);
  const record = await database.get('clips', id);
  await emptyBin(database);
  await bringUpToDate(database);
  if (record) await database.put('clips', { ...record, binnedAt: undefined } as never);
  expect(await findLostRecords(database)).toMatchObject({ clips: 0, deleted: 1 });
  await bringBack(database);
  expect((await database.get('clips', id))?.binnedAt).toBeDefined();
});

it('reports nothing after deletions by the user', async () => {
  const { database, ids } = await threeClips();
  await binClip(database, ids[0] ?? '');
  await emptyBin(database);
  const before = await readJournalState(database);
  expect(await findLostRecords(database)).toBeUndefined();
  expect((await readJournalState(database))?.generation).toBe(before?.generation);
});

describe('an earlier version of a record that a damaged file has brought back', () => {
  it('is reported and replaced, and the copy keeps the later version until then', async () => {
    const { database, ids } = await threeClips();
    const id = ids[0] ?? '';
    const earlier = await database.get('clips', id);
    await changeClip(database, id, (clip) => ({ ...clip, comment: 'Written later.' }));
    await bringUpToDate(database);
    if (earlier) await database.put('clips', earlier);
    const another = await saveClip(database, { content: numbered(4) });
    await binClip(database, another.clip.id);
    await emptyBin(database); // everything must be copied again
    await bringUpToDate(database);
    expect(await findLostRecords(database)).toMatchObject({
      clips: 0,
      changed: 1,
      deleted: 0,
      unreadable: 0,
    });
    await bringBack(database);
    expect((await database.get('clips', id))?.comment).toBe('Written later.');
    expect(await database.count('clips')).toBe(3);
  });

  it('is reported by a page as soon as it is idle', async () => {
    const { database, ids } = await threeClips();
    const id = ids[0] ?? '';
    const earlier = await database.get('clips', id);
    await changeClip(database, id, (clip) => ({ ...clip, comment: 'Written later.' }));
    if (earlier) await database.put('clips', earlier);
    const lost = await new Promise<LostRecords>((onLost, onError) => {
      onTestFinished(watchCopy(database, { ...IGNORE, onLost, onError }));
    });
    expect(lost).toMatchObject({ clips: 0, changed: 1 });
    await lost.bringBack();
    expect((await database.get('clips', id))?.comment).toBe('Written later.');
  });

  it('is no longer reported by a page after another one has brought it back', async () => {
    const { database, ids } = await threeClips();
    await database.delete('clips', ids[0] ?? '');
    const look = async () => {
      const { promise: settled, resolve: onSettled } = Promise.withResolvers<undefined>();
      const lost = await new Promise<LostRecords>((onLost, onError) => {
        const watching = { ...IGNORE, onLost, onError, onSettled: () => onSettled(undefined) };
        onTestFinished(watchCopy(database, watching));
      });
      return { lost, settled };
    };
    const [one, other] = [await look(), await look()];
    await one.lost.bringBack();
    await Promise.all([one.settled, other.settled]);
  });

  it('is reported and replaced if it is of the preferences or of a further newsletter', async () => {
    const { database } = await threeClips();
    const other = await createNewsletter(database, { title: 'The other one' });
    await changePreferences(database, (now) => ({ ...now, subtitle: 'Early' }));
    for (const newsletter of [FIRST_NEWSLETTER, other]) {
      const earlier = {
        preferences: await database.get('preferences', 'preferences'),
        record: await database.get('newsletters', other),
      };
      await changePreferences(database, (now) => ({ ...now, subtitle: 'Late' }), newsletter);
      await bringUpToDate(database);
      expect(await checkVersions(database)).toBe(false);
      if (earlier.preferences) await database.put('preferences', earlier.preferences, 'preferences');
      if (earlier.record) await database.put('newsletters', earlier.record);
      expect(await checkVersions(database)).toBe(true);
      expect(await findLostRecords(database)).toMatchObject({ clips: 0, issues: 0, unreadable: 0 });
      await bringBack(database);
      expect((await readPreferences(database, newsletter)).subtitle).toBe('Late');
      expect(await findLostRecords(database)).toBeUndefined();
    }
  });

  it('is not reported after any order of saving, editing and deleting', async () => {
    const { database, ids } = await threeClips();
    await changeClip(database, ids[0] ?? '', (clip) => ({ ...clip, comment: 'Edited.' }));
    await binClip(database, ids[1] ?? '');
    await emptyBin(database);
    expect(await checkVersions(database)).toBe(false);
    await bringUpToDate(database);
    await saveClip(database, { content: numbered(4) });
    expect(await checkVersions(database)).toBe(false);
  });
});

import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { writeBackup } from '../../../src/storage/backup/backup';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import { emptyBin } from '../../../src/storage/bin';
import { changeClips } from '../../../src/storage/clips';
import type { Database } from '../../../src/storage/database/database';
import { openFolder, placesOf } from '../../../src/storage/journal/copy-folder';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { backupOf, contentOf } from '../backup-content';
import { freshName } from '../fresh-database';
import {
  bringBack,
  bringUpToDate,
  keepState,
  loseDatabase,
  numbered,
  openNamed,
  setBack,
} from './lost-database';

/** More than a file of one save holds. */
const MANY = 501;

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

/** A database with one clip, and many others that are named “Number …”. */
async function filled(): Promise<{ database: Database; kept: string; others: string[] }> {
  const database = await openNamed(freshName());
  const { clip } = await saveClip(database, { content: { ...numbered(0), headline: 'The one that stays' } });
  const content = await contentOf(await writeBackup(database));
  const others = Array.from({ length: MANY }, (_, place) => `many${place}`);
  const clips = others.map((id, place) => ({ ...clip, ...numbered(place + 1), id, articleKey: id }));
  await restoreBackup(database, backupOf({ ...content, clips }), 'merge');
  await bringUpToDate(database);
  return { database, kept: clip.id, others };
}

async function emptyLargeBin(database: Database, ids: readonly string[]): Promise<void> {
  await changeClips(database, ids, (clip) => ({ ...clip, binnedAt: '2026-11-30T09:00:00.000Z' }));
  await bringUpToDate(database);
  expect((await emptyBin(database)).clips).toHaveLength(MANY);
}

/** Whatever the files of any place contain. */
async function headlinesInCopy({ name }: Database): Promise<Set<string | undefined>> {
  const found = new Set<string | undefined>();
  for (const place of placesOf(openFolder(name)))
    for (const file of await place.names()) {
      const text = (await (await place.read(file))?.content.text()) ?? '';
      for (const [, headline] of text.matchAll(/"headline":"([^"]*)"/gu)) found.add(headline);
    }
  return found;
}

it.each([0, Infinity])(
  'reports a large bin that was emptied, in a database that is set back, and fills it again (%s steps of upkeep later)',
  async (steps) => {
    const { database, kept, others } = await filled();
    const state = await keepState(database);
    await emptyLargeBin(database, others);
    await bringUpToDate(database, steps);
    const back = await setBack(database, state);
    expect(await findLostRecords(back)).toMatchObject({ clips: 0, deleted: MANY, unreadable: 0 });
    await bringBack(back);
    const left = (await back.getAll('clips')).filter(({ binnedAt }) => binnedAt === undefined);
    expect(left.map(({ id }) => id)).toStrictEqual([kept]);
    expect(await findLostRecords(back)).toBeUndefined();
  },
);

it.each([0, 1, 2, Infinity])(
  'does not bring back a large bin that was emptied when the database is lost (%s steps of upkeep later)',
  async (steps) => {
    const { database, others } = await filled();
    await emptyLargeBin(database, others);
    await bringUpToDate(database, steps);
    const emptied = await loseDatabase(database);
    expect(await findLostRecords(emptied)).toMatchObject({ clips: 1, unreadable: 0 });
    await bringBack(emptied);
    expect(await emptied.count('clips')).toBe(1);
  },
);

it('keeps no word of a large bin that was emptied', async () => {
  const { database, others } = await filled();
  await emptyLargeBin(database, others);
  await bringUpToDate(database);
  expect(await headlinesInCopy(database)).toStrictEqual(new Set(['The one that stays']));
});

it('keeps no word of what a large backup has replaced', async () => {
  const { database, others } = await filled();
  const all = await contentOf(await writeBackup(database));
  const clips = all.clips.flatMap((each) => (each.id === others[6] ? [] : { ...each, comment: 'Otherwise' }));
  await restoreBackup(database, backupOf({ ...all, clips }), 'replace');
  await bringUpToDate(database);
  const copied = await headlinesInCopy(database);
  expect([copied.size, copied.has('Number 7')]).toStrictEqual([MANY, false]);
});

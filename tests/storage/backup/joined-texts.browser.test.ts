import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import type { Database } from '../../../src/storage/database/database';
import { saveClip } from '../../../src/storage/saved-clip';
import { readSnapshot, saveSnapshot, type SnapshotContent } from '../../../src/storage/snapshots';
import { article, openFreshDatabase, tickingClock } from '../fresh-database';

const PICTURE = { address: 'https://daily.example/harbour.jpg' };

/** Two machines have clipped one article into one issue. The merged clip has the id of the first one. */
async function clipTwice(
  first: SnapshotContent | undefined,
  second: SnapshotContent | undefined,
): Promise<[Database, Database]> {
  const one = await openFreshDatabase();
  await readCurrentIssue(one);
  const other = await openFreshDatabase();
  await mergeInto(other, one);
  for (const [database, prefix, page] of [
    [one, 'a', first],
    [other, 'b', second],
  ] as const) {
    await saveClip(database, { content: article, articleKey: 'talks' }, tickingClock(prefix));
    const minute = prefix === 'a' ? 1 : 2;
    const now = () => new Date(Date.UTC(2023, 1, 23, 10, minute));
    if (page) await saveSnapshot(database, `${prefix}1`, page, { now });
  }
  return [one, other];
}

async function mergeInto(database: Database, other: Database): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

async function textsOf(database: Database) {
  expect((await database.getAllKeys('clips')).length).toBe(1);
  return [await database.getAllKeys('snapshots'), await readSnapshot(database, 'a1')];
}

describe.each(['the first', 'the second'])(
  'when %s of two machines that have clipped one article merges',
  (which) => {
    it.each<[string, SnapshotContent | undefined, SnapshotContent | undefined, SnapshotContent]>([
      ['the only text of its page', undefined, { text: 'Talks.' }, { text: 'Talks.' }],
      ['the only text of its page', { text: 'Talks.' }, undefined, { text: 'Talks.' }],
      ['the newer text', { text: 'Talks.' }, { text: 'Talks are over.' }, { text: 'Talks are over.' }],
      [
        'the text of one and the picture of the other',
        { text: 'Talks.' },
        { leadPicture: PICTURE },
        { text: 'Talks.', leadPicture: PICTURE },
      ],
      [
        'the picture of one and the text of the other',
        { leadPicture: PICTURE },
        { text: 'Talks.' },
        { text: 'Talks.', leadPicture: PICTURE },
      ],
    ])('the clip has %s', async (_, first, second, expected) => {
      const [one, other] = await clipTwice(first, second);
      const [here, there] = which === 'the first' ? [one, other] : [other, one];
      await mergeInto(here, there);
      expect(await textsOf(here)).toStrictEqual([['a1'], expected]);
      await mergeInto(here, there);
      expect(await textsOf(here)).toStrictEqual([['a1'], expected]);
      await mergeInto(there, here);
      expect(await textsOf(there)).toStrictEqual([['a1'], expected]);
    });
  },
);

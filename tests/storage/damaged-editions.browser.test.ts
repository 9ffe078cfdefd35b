import { expect, it } from 'vitest';
import type { Edition } from '../../src/news/editions/edition';
import { examineBackup, writeBackup } from '../../src/storage/backup/backup';
import { writeCheckedBackup } from '../../src/storage/backup/checked-backup';
import { restoreBackup, undoRestore } from '../../src/storage/backup/restoring';
import type { Database } from '../../src/storage/database/database';
import { deflate, inflate } from '../../src/storage/database/inflated-text';
import { applyReceived } from '../../src/sync/received-changes';
import { mergeInto, openPublished, shownIn } from './published-issue';

async function editionIn(database: Database): Promise<Edition> {
  const [edition] = await database.getAll('editions');
  if (edition === undefined) throw new Error('There is no edition');
  return edition;
}

/** Other words than those that were published, under the same id; the rest is as it was. */
async function withOtherWords(edition: Edition): Promise<Edition> {
  const { text } = await inflate(Uint8Array.fromBase64(edition.content));
  return {
    ...edition,
    content: (await deflate(text.replaceAll('Talks go on', 'Talks are over'))).toBase64(),
  };
}

const DAMAGES: [string, (edition: Edition) => Promise<Edition> | Edition][] = [
  ['is cut off', (edition) => ({ ...edition, content: edition.content.slice(0, 400) })],
  [
    'has lost a byte',
    ({ content, ...edition }) => ({ ...edition, content: content.slice(0, 400) + content.slice(404) }),
  ],
  ['has other words', withOtherWords],
  ['has other clips', (edition) => ({ ...edition, clipIds: [] })],
];

/** A database whose edition is damaged, and an intact copy of it. */
async function openDamaged(damage: (typeof DAMAGES)[number][1]) {
  const [one, other] = [await openPublished(), await openPublished()];
  await other.database.clear('clips');
  await other.database.clear('issues');
  await other.database.clear('editions');
  await mergeInto(other.database, one.database);
  const damaged = await damage(await editionIn(one.database));
  await one.database.put('editions', damaged);
  return { database: one.database, issueId: one.issueId, damaged, intact: other.database };
}

it.each(DAMAGES)('does not show an edition that %s', async (_, damage) => {
  const { database, issueId } = await openDamaged(damage);
  expect(await shownIn(database, issueId)).toStrictEqual({ text: undefined, missing: 1 });
});

it.each(DAMAGES)(
  'replaces an edition that %s by that of a backup, and keeps it after Undo',
  async (_, damage) => {
    const { database, issueId, intact } = await openDamaged(damage);
    const published = await shownIn(intact, issueId);
    const restored = await restoreBackup(database, await examineBackup(await writeBackup(intact)), 'merge');
    expect(await shownIn(database, issueId)).toStrictEqual(published);
    expect(await undoRestore(database, restored)).toBe('undone');
    expect(await shownIn(database, issueId)).toStrictEqual(published);
  },
);

it.each(DAMAGES)('replaces an edition that %s if a backup replaces everything', async (_, damage) => {
  const { database, issueId, intact } = await openDamaged(damage);
  await restoreBackup(database, await examineBackup(await writeBackup(intact)), 'replace');
  expect(await shownIn(database, issueId)).toStrictEqual(await shownIn(intact, issueId));
});

it.each(DAMAGES)('replaces an edition that %s by that of a hub', async (_, damage) => {
  const { database, issueId, intact } = await openDamaged(damage);
  const record = await editionIn(intact);
  await applyReceived(database, [{ subject: 'editions', record: { store: 'editions', record } }]);
  expect(await shownIn(database, issueId)).toStrictEqual(await shownIn(intact, issueId));
});

it.each(DAMAGES)('names an edition of a backup that %s, and replaces none by it', async (_, damage) => {
  const { database, issueId, damaged, intact } = await openDamaged(damage);
  const published = await shownIn(intact, issueId);
  const { file, odd } = await writeCheckedBackup(database);
  expect(odd).toMatchObject([{ kind: 'editions', key: damaged.id, issueId }]);
  const backup = await examineBackup(file);
  expect(backup.damage).toMatchObject({ bad: 1, records: [{ kind: 'editions', key: damaged.id, issueId }] });
  await restoreBackup(intact, backup, 'merge');
  expect(await shownIn(intact, issueId)).toStrictEqual(published);
});

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { emptyBin } from '../../../src/storage/bin';
import { binClip } from '../changed-clip';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { STORES } from '../../../src/storage/backup/backup-content';
import { writeBackupFile } from '../../../src/storage/backup/backup-file';
import { onChange, type Change } from '../../../src/storage/database/changes';
import { previewRestore } from '../../../src/storage/backup/restore-preview';
import { restoreBackup, undoRestore } from '../../../src/storage/backup/restoring';
import { makeCurrent } from '../../../src/storage/newsletters';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { saveClip } from '../../../src/storage/saved-clip';
import { savePicture } from '../../../src/storage/pictures';
import { saveSnapshot } from '../../../src/storage/snapshots';
import {
  BackupCutOffError,
  DamagedBackupError,
  LaterBackupError,
  NotABackupError,
  UnreadableBackupError,
} from '../../../src/storage/database/storage-errors';
import past from '../../schema/3.json';
import { backupOf, comparable, contentIn, contentOf } from '../backup-content';
import { article, freshName, openFreshDatabase, tickingClock } from '../fresh-database';
import { makePastDatabase } from '../past-database';
import { makeWholeEdition } from '../whole-edition';
import { runsOf } from '../../property-runs';

async function openFullDatabase() {
  const name = freshName();
  await makePastDatabase(name, past);
  const database = await openFreshDatabase({ name });
  await makeCurrent(database, 'issue');
  const about = { issueId: 'issue', clipIds: ['clip'], leftOutIds: [] };
  await database.put('editions', await makeWholeEdition(about, { printed: { md: 'Talks go on.' } }));
  return database;
}

async function emptyBackup() {
  return readBackup(await writeBackup(await openFreshDatabase()));
}

async function held(database: Awaited<ReturnType<typeof openFreshDatabase>>) {
  return comparable(await contentOf(await writeBackup(database)));
}

it('restores everything into an empty database', async () => {
  const full = await openFullDatabase();
  const empty = await openFreshDatabase();
  const backup = await readBackup(await writeBackup(full, {}, tickingClock()));
  expect(backup.createdAt).toBe('2023-02-23T09:00:00.000Z');
  await restoreBackup(empty, backup, 'replace');
  expect(await held(empty)).toStrictEqual(await held(full));
  for (const store of STORES) expect(await empty.count(store)).toBeGreaterThan(0);
});

it('restores any text and any bytes as they were', { timeout: 30_000 }, async () => {
  const text = fc.string({ unit: 'binary', minLength: 1 });
  const sample = fc.record({ headline: text, comment: text, markdown: text, bytes: fc.uint8Array() });
  await fc.assert(
    fc.asyncProperty(sample, async ({ headline, comment, markdown, bytes }) => {
      const [database, other] = [await openFreshDatabase(), await openFreshDatabase()];
      const quotes = [{ id: 'quote', markdown }];
      const { clip } = await saveClip(database, {
        content: { ...article, headline, comment, quotes },
        newSection: headline,
      });
      await saveSnapshot(database, clip.id, { text: markdown });
      await savePicture(database, new Blob([bytes], { type: 'image/png' }));
      const backup = await readBackup(await writeBackup(database));
      expect((await contentIn(backup)).clips).toStrictEqual([clip]);
      await restoreBackup(other, backup, 'replace');
      expect(await held(other)).toStrictEqual(await held(database));
    }),
    { numRuns: runsOf(50) },
  );
});

it('restores a backup without saved texts and pictures, and leaves those that are here', async () => {
  const full = await openFullDatabase();
  const backup = await readBackup(await writeBackup(full, { leaveOut: ['snapshots', 'pictures'] }));
  expect(backup.stores).not.toContain('snapshots');
  const here = await openFullDatabase();
  await emptyBin(here);
  await restoreBackup(here, backup, 'replace');
  expect(await held(here)).toStrictEqual(await held(full));
});

it('restores the state before a restored backup', async () => {
  const database = await openFullDatabase();
  const before = await held(database);
  const restored = await restoreBackup(database, await emptyBackup(), 'replace');
  expect(await database.count('clips')).toBe(0);
  expect(await undoRestore(database, restored)).toBe('undone');
  expect(await held(database)).toStrictEqual(before);
});

it('does not undo a restore once something has been clipped since, which would be lost', async () => {
  const database = await openFullDatabase();
  const restored = await restoreBackup(database, await emptyBackup(), 'replace');
  const { clip } = await saveClip(database, { content: article });
  expect(await undoRestore(database, restored)).toBe('changed-since');
  expect((await held(database)).clips).toStrictEqual([clip]);
});

it('says what restoring would change', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  const { clip: other } = await saveClip(database, { content: { ...article, headline: 'Other' } });
  const backup = await readBackup(await writeBackup(database));
  expect((await previewRestore(database, backup)).replace).toMatchObject({
    clips: { here: 2, inFile: 2, wouldGo: 0, wouldCome: 0, wouldChange: 0 },
    preferencesWouldChange: false,
  });
  await binClip(database, other.id);
  await emptyBin(database);
  await binClip(database, clip.id);
  await saveClip(database, { content: { ...article, headline: 'Later' } });
  await changePreferences(database, (preferences) => ({ ...preferences, title: 'The Week' }));
  expect((await previewRestore(database, backup)).replace).toStrictEqual({
    clips: { here: 2, inFile: 2, wouldGo: 1, wouldCome: 1, wouldChange: 1 },
    issues: { here: 1, inFile: 1, wouldGo: 0, wouldCome: 0, wouldChange: 0 },
    drafts: { here: 0, inFile: 0, wouldGo: 0, wouldCome: 0, wouldChange: 0 },
    preferencesWouldChange: true,
    united: 0,
  });
});

it('reports the progress of writing and reading', async () => {
  const shares: number[] = [];
  const work = { onProgress: (share: number) => shares.push(share) };
  const file = await writeBackup(await openFullDatabase(), work);
  expect(shares).toStrictEqual(shares.toSorted((a, b) => a - b));
  expect(shares.splice(0).at(-1)).toBe(1);
  await readBackup(file, work);
  expect(shares).toStrictEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

it('stops writing and reading on request', async () => {
  const full = await openFullDatabase();
  const file = await writeBackup(full);
  const control = new AbortController();
  const work = { signal: control.signal, onProgress: () => control.abort(new Error('enough')) };
  await expect(writeBackup(full, work)).rejects.toThrow('enough');
  await expect(readBackup(file, work)).rejects.toThrow('enough');
});

it('tells the open pages of all that a restored backup changed', async () => {
  const { promise, resolve } = Promise.withResolvers<Change>();
  const database = await openFullDatabase();
  const previous = await readBackup(await writeBackup(database));
  const stop = onChange((change) => {
    if (change.clips?.includes('binned')) resolve(change);
  });
  await restoreBackup(database, backupOf({ ...(await contentIn(previous)), clips: [] }), 'replace');
  expect(await promise).toStrictEqual({
    clips: ['binned', 'clip'],
    issues: ['issue'],
    preferences: true,
    isRestored: true,
  });
  stop();
});

it('writes a file that says what it is, and whose checksum other tools can check', async () => {
  const lines = (await (await writeBackup(await openFreshDatabase(), {}, tickingClock())).text()).split('\n');
  expect(lines).toStrictEqual([
    '{"format":"clipsheet-backup","version":9,"createdAt":"2023-02-23T09:00:00.000Z","origin":"id1"}',
    '{"sha256":"4cb2df2508e46df340ada4623e9322b0a6ef337d021cf892f7fba78370947b67"}',
    '',
  ]);
});

it.each([
  ['an empty file', ''],
  ['a text', 'Dear diary'],
  ['JSON of someone else', '{"format":"bookmarks","version":1}'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff)],
  ['a film of 20 MB', new Uint8Array(20_000_000)],
  ['JSON of 20 MB in one line', `["${'x'.repeat(20_000_000)}"]`],
  ['a header without a version', '{"format":"clipsheet-backup"}\n'],
])('says that %s is not a backup', async (_what, bytes) => {
  await expect(readBackup(new Blob([bytes]))).rejects.toThrow(NotABackupError);
});

it('says that a backup comes from a later version', async () => {
  const file = await writeBackup(await openFullDatabase());
  const later = (await file.text()).replace(/"version":\d+/u, '"version":99');
  await expect(readBackup(new Blob([later]))).rejects.toThrow(LaterBackupError);
});

it('says that the end of a backup is missing, wherever it was cut off after its first line', async () => {
  const file = await writeBackup(await openFullDatabase());
  const header = (await file.text()).indexOf('\n');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: header + 1, max: file.size - 2 }), async (end) => {
      await expect(readBackup(file.slice(0, end))).rejects.toThrow(BackupCutOffError);
    }),
  );
});

it('says that a backup is damaged when a word in it was changed', async () => {
  const text = await (await writeBackup(await openFullDatabase())).text();
  await expect(readBackup(new Blob([text.replace('TASS', 'TASs')]))).rejects.toThrow(DamagedBackupError);
});

it('restores a backup whose line ends another program has written as CR LF', async () => {
  const full = await openFullDatabase();
  const file = await writeBackup(full);
  const changed = new Blob([(await file.text()).replaceAll('\n', '\r\n')]);
  expect(await comparable(await contentOf(changed))).toStrictEqual(await comparable(await contentOf(file)));
  const cut = changed.slice(0, changed.size - 20);
  await expect(readBackup(cut)).rejects.toThrow(BackupCutOffError);
});

it.each(['UTF-16 LE', 'UTF-16 BE'])(
  'restores a backup that another program has written as %s',
  async (encoding) => {
    const file = await writeBackup(await openFullDatabase());
    const text = `\uFEFF${(await file.text()).replaceAll('\n', '\r\n')}`;
    const bytes = new DataView(new ArrayBuffer(2 * text.length));
    for (let at = 0; at < text.length; at += 1)
      bytes.setUint16(2 * at, text.charCodeAt(at), encoding === 'UTF-16 LE');
    expect(await comparable(await contentOf(new Blob([bytes])))).toStrictEqual(
      await comparable(await contentOf(file)),
    );
  },
);

it('restores a saved text of 20 MB as it was', async () => {
  const database = await openFreshDatabase();
  const markdown = crypto.getRandomValues(new Uint8Array(60_000));
  const text = Array.from({ length: 250 }, () => markdown.toBase64()).join('');
  const { clip } = await saveClip(database, { content: { ...article, comment: text } });
  const file = await writeBackup(database);
  expect(file.size).toBeGreaterThan(20_000_000);
  expect((await contentOf(file)).clips).toStrictEqual([clip]);
  await expect(readBackup(file.slice(0, 19_000_000))).rejects.toThrow(BackupCutOffError);
  const changed = new Blob([file.slice(0, 10_000_000), '!', file.slice(10_000_001)]);
  await expect(readBackup(changed)).rejects.toThrow(DamagedBackupError);
});

it('says so if the browser does not read a file', async () => {
  const file = await writeBackup(await openFreshDatabase());
  const gone = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  const slice = vi.spyOn(Blob.prototype, 'text').mockImplementation(gone);
  await expect(readBackup(file)).rejects.toThrow(UnreadableBackupError);
  slice.mockRestore();
});

it.each([
  ['of no known kind', { store: 'bookmarks', record: {} }],
  ['without what a clip must have', { store: 'clips', record: { id: 'clip' } }],
  ['that is no record', null],
])('rejects a backup with a record %s and a right checksum', async (_what, record) => {
  const file = await writeBackupFile({ version: 1, createdAt: '2023-02-23T09:00:00.000Z' }, [record]);
  await expect(readBackup(file)).rejects.toThrow(DamagedBackupError);
});

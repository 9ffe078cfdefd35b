import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { keyOf, STORES } from '../../../src/storage/backup/backup-content';
import { readClip } from '../../../src/storage/clip-lookup';
import { changeClip } from '../changed-clip';
import type { Database } from '../../../src/storage/database/database';
import { previewRestore } from '../../../src/storage/backup/restore-preview';
import { restoreBackup, undoRestore } from '../../../src/storage/backup/restoring';
import { readSnapshot, saveSnapshot } from '../../../src/storage/snapshots';
import { saveClip } from '../../../src/storage/saved-clip';
import { anyContent } from '../any-content';
import { backupOf, comparable, contentOf, withoutVersions } from '../backup-content';
import { discard, article, openFreshDatabase, tickingClock } from '../fresh-database';
import { runsOf } from '../../property-runs';

/** `RUNS=2000 npx vitest run --project browser tests/storage/backup/restoring.browser.test.ts` tries more. */
const RUNS = runsOf(30);

async function backUp(database: Database, now: string) {
  return readBackup(await writeBackup(database, {}, at(now)));
}

function at(now: string) {
  return { ...tickingClock(), newId: () => crypto.randomUUID(), now: () => new Date(now) };
}

it('restores any database through a file, and undoes that', { timeout: 60_000 + RUNS * 1_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, anyContent, async (one, other) => {
      const [from, to] = [await openFreshDatabase(), await openFreshDatabase()];
      await restoreBackup(from, backupOf(one), 'replace');
      await restoreBackup(to, backupOf(other), 'replace');
      const restored = await restoreBackup(to, await readBackup(await writeBackup(from)), 'replace');
      const held = async () => comparable(await contentOf(await writeBackup(to)));
      expect(withoutVersions(await held())).toStrictEqual(
        withoutVersions(structuredClone(await comparable(one))),
      );
      expect(await undoRestore(to, restored)).toBe('undone');
      expect(withoutVersions(await held())).toStrictEqual(
        withoutVersions(structuredClone(await comparable(other))),
      );
      await discard(from, to);
    }),
    { numRuns: RUNS },
  );
});

it(
  'loses no record and no quote of either side, however two independent databases are merged',
  { timeout: 60_000 + RUNS * 1_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, anyContent, async (here, inFile) => {
        const database = await openFreshDatabase();
        await restoreBackup(database, backupOf(here), 'replace');
        await restoreBackup(database, backupOf(inFile), 'merge');
        const merged = await contentOf(await writeBackup(database));
        for (const side of [here, inFile])
          for (const store of STORES) {
            const keys = new Set((merged[store] ?? []).map(keyOf));
            expect(side[store].filter((record) => !keys.has(keyOf(record)))).toStrictEqual([]);
          }
        for (const clip of [...here.clips, ...inFile.clips]) {
          const found = merged.clips.find(({ id }) => id === clip.id);
          for (const { markdown } of clip.quotes)
            expect(found?.quotes.map((quote) => quote.markdown)).toContain(markdown);
          expect(found?.comment ?? '').toContain(clip.comment?.trim() ?? ''); // white space alone is no word
        }
        await discard(database);
      }),
      { numRuns: RUNS },
    );
  },
);

it('changes nothing when a database is merged with itself', { timeout: 60_000 + RUNS * 1_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyContent, async (here) => {
      const database = await openFreshDatabase();
      await restoreBackup(database, backupOf(here), 'replace');
      const { merge } = await previewRestore(database, backupOf(structuredClone(here)));
      expect(merge).toMatchObject({ united: 0, preferencesWouldChange: false, clips: { wouldChange: 0 } });
      await restoreBackup(database, backupOf(structuredClone(here)), 'merge');
      const after = await comparable(await contentOf(await writeBackup(database)));
      expect(after).toStrictEqual(structuredClone(await comparable(here)));
      await discard(database);
    }),
    { numRuns: RUNS },
  );
});

it('changes nothing if restoring is cancelled', async () => {
  const [database, other] = [await openFreshDatabase(), await openFreshDatabase()];
  const { clip } = await saveClip(database, { content: article });
  await saveClip(other, { content: { ...article, headline: 'Other' } });
  const backup = await readBackup(await writeBackup(other));
  const shares: number[] = [];
  await restoreBackup(other, backup, 'replace', { onProgress: (share) => shares.push(share) });
  expect(shares).toStrictEqual(shares.toSorted((a, b) => a - b));
  for (const end of [0, 0.4, 0.6]) {
    const control = new AbortController();
    const onProgress = (share: number) => {
      if (share >= end) control.abort(new Error('enough'));
    };
    const work = { signal: control.signal, onProgress };
    await expect(restoreBackup(database, backup, 'replace', work)).rejects.toThrow('enough');
    expect(await database.getAll('clips')).toStrictEqual([clip]);
    expect(await database.count('incoming')).toBe(0);
  }
});

it('undoes a restore with what was written during it', async () => {
  const database = await openFreshDatabase();
  await saveClip(database, { content: article });
  const backup = await readBackup(await writeBackup(await openFreshDatabase()));
  let isWritten = false;
  const saving: Promise<unknown>[] = [];
  const onProgress = (share: number) => {
    if (share < 0.4 || isWritten) return;
    isWritten = true;
    saving.push(saveClip(database, { content: { ...article, headline: 'Meanwhile' } }));
  };
  const restored = await restoreBackup(database, backup, 'replace', { onProgress });
  await Promise.all(saving);
  expect(await undoRestore(database, restored)).toBe('undone');
  expect(await database.count('clips')).toBe(2);
});

it('merges two machines: what each has changed is in the clip, and what was replaced is not', async () => {
  const [home, office] = [await openFreshDatabase(), await openFreshDatabase()];
  const { clip } = await saveClip(home, { content: article }, at('2024-01-01T08:00:00Z'));
  await restoreBackup(office, await backUp(home, '2024-01-01T09:00:00Z'), 'replace');

  await changeClip(
    office,
    clip.id,
    (one) => ({ ...one, comment: 'From the office.' }),
    at('2024-01-02T09:00:00Z'),
  );
  const fromOffice = await backUp(office, '2024-01-02T10:00:00Z');
  expect((await previewRestore(home, fromOffice)).merge).toMatchObject({
    clips: { wouldGo: 0, wouldCome: 0, wouldChange: 1 },
    united: 0,
  });
  await restoreBackup(home, fromOffice, 'merge', { clockAndIds: at('2024-01-02T11:00:00Z') });
  expect((await readClip(home, clip.id))?.comment).toBe('From the office.');

  await changeClip(home, clip.id, (one) => ({ ...one, comment: 'At home.' }), at('2024-01-03T09:00:00Z'));
  await changeClip(office, clip.id, (one) => ({ ...one, headline: 'Another' }), at('2024-01-03T10:00:00Z'));
  const again = await backUp(office, '2024-01-03T11:00:00Z');
  expect((await previewRestore(home, again)).merge.united).toBe(1);
  await restoreBackup(home, again, 'merge', { clockAndIds: at('2024-01-03T12:00:00Z') });
  expect(await readClip(home, clip.id)).toMatchObject({
    headline: 'Another',
    comment: 'At home.', // its author had seen the other words, and replaced them
  });
});

it('says that a clip which both machines have made of one article will be one', async () => {
  const [home, office] = [await openFreshDatabase(), await openFreshDatabase()];
  await saveClip(home, { content: { ...article, comment: 'At home.' }, articleKey: 'talks' });
  for (const articleKey of ['talks', 'other'])
    await saveClip(office, { content: { ...article, comment: 'From the office.' }, articleKey });
  const file = await readBackup(await writeBackup(office));
  const { merge, replace } = await previewRestore(home, file);
  expect(merge).toMatchObject({ clips: { here: 1, inFile: 2, wouldCome: 1, wouldChange: 1 }, united: 1 });
  expect(replace).toMatchObject({ clips: { here: 1, inFile: 2, wouldCome: 2, wouldGo: 1 }, united: 0 });
  await restoreBackup(home, file, 'merge');
  expect(await home.count('clips')).toBe(2);
});

it.each([
  ['text', { leadPicture: { address: 'https://a.example/later.jpg' } }],
  ['picture', { text: 'Read later.' }],
])('keeps the %s of a page that only the side with the older reading has', async (_, later) => {
  const [home, office] = [await openFreshDatabase(), await openFreshDatabase()];
  const earlier = { text: 'Read first.', leadPicture: { address: 'https://a.example/first.jpg' } };
  await saveSnapshot(home, 'clip', earlier, at('2024-01-01T08:00:00Z'));
  await saveSnapshot(office, 'clip', later, at('2024-01-02T08:00:00Z'));
  const [fromHome, fromOffice] = [
    await backUp(home, '2024-01-03T08:00:00Z'),
    await backUp(office, '2024-01-03T08:00:00Z'),
  ];
  await restoreBackup(home, fromOffice, 'merge');
  await restoreBackup(office, fromHome, 'merge');
  for (const database of [home, office])
    expect(await readSnapshot(database, 'clip')).toStrictEqual({ ...earlier, ...later });
});

it('changes nothing when the same backup is merged once more', async () => {
  const [home, office] = [await openFreshDatabase(), await openFreshDatabase()];
  await saveClip(home, { content: article });
  const { clip } = await saveClip(office, { content: { ...article, comment: 'Mine.' } });
  const backup = await readBackup(await writeBackup(office));
  await restoreBackup(home, backup, 'merge');
  await changeClip(home, clip.id, (one) => ({ ...one, comment: 'Mine, and more.' }));
  const before = await contentOf(await writeBackup(home));
  await restoreBackup(home, backup, 'merge');
  expect(await contentOf(await writeBackup(home))).toStrictEqual(before);
});

it('keeps what was deleted since a backup of the same database was written, and what was written since', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: { ...article, comment: 'Long, and too long.' } });
  const backup = await readBackup(await writeBackup(database));
  await changeClip(database, clip.id, (one) => ({ ...one, comment: 'Short.' }));
  await restoreBackup(database, backup, 'merge');
  expect((await readClip(database, clip.id))?.comment).toBe('Short.');
});

it(
  'keeps hundreds of clips of one article apart, and each of their words',
  { timeout: 120_000 },
  async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, articleKey: 'daily.example/talks' });
    const content = await contentOf(await writeBackup(database));
    const clips = Array.from({ length: 300 }, (_, place) => ({
      ...clip,
      id: crypto.randomUUID(),
      headline: `Headline ${place}`,
      comment: `Word${place} of a comment.`,
    }));
    await restoreBackup(database, backupOf({ ...content, clips }), 'merge');
    const merged = await database.getAll('clips');
    const words = new Set(merged.flatMap(({ comment = '' }) => comment.split(/\s+/u)));
    for (const { comment } of clips) expect(words).toContain(comment.split(' ')[0]);
    for (const { formerIds = [] } of merged) expect(formerIds.length).toBeLessThanOrEqual(20);
  },
);

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../src/storage/backup';
import { isSame } from '../../src/storage/backup-comparison';
import { keyOf, storesOf, type Content } from '../../src/storage/backup-content';
import { changeClip, readClip } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database';
import { mergeContents } from '../../src/storage/merged-content';
import { previewRestore, restoreBackup, undoRestore } from '../../src/storage/restoring';
import { saveClip } from '../../src/storage/saved-clip';
import { anyContent } from './any-content';
import { article, openFreshDatabase, tickingClock } from './fresh-database';

/** `RUNS=2000 npx vitest run --project browser tests/storage/restoring.browser.test.ts` tries more. */
const RUNS = Number(import.meta.env['RUNS'] ?? 30);

const NEVER_MET = { createdAt: '2024-01-01T00:00:00.000Z' };

/** Pictures as their bytes: two Blobs are never equal. */
async function comparable(content: Content) {
  const pictures = (content.pictures ?? []).map(async ({ id, data }) => ({
    id,
    type: data.type,
    bytes: new Uint8Array(await data.arrayBuffer()),
  }));
  return { ...content, pictures: await Promise.all(pictures) };
}

async function backUp(database: Database, now: string) {
  return readBackup(await writeBackup(database, {}, at(now)));
}

function at(now: string) {
  return { ...tickingClock(), newId: () => crypto.randomUUID(), now: () => new Date(now) };
}

it(
  'brings any database back as it was, through a file, and takes it back again',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, anyContent, async (one, other) => {
        const [from, to] = [await openFreshDatabase(), await openFreshDatabase()];
        await restoreBackup(from, { ...NEVER_MET, content: one }, 'replace');
        await restoreBackup(to, { ...NEVER_MET, content: other }, 'replace');
        const restored = await restoreBackup(to, await readBackup(await writeBackup(from)), 'replace');
        const held = async () => comparable((await readBackup(await writeBackup(to))).content);
        expect(await held()).toStrictEqual(structuredClone(await comparable(one)));
        expect(await undoRestore(to, restored)).toBe('undone');
        expect(await held()).toStrictEqual(structuredClone(await comparable(other)));
        [from, to].forEach((database) => database.close());
      }),
      { numRuns: RUNS },
    );
  },
);

it('loses no record and no quote of either side, however two databases that never met are merged', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (here, inFile) => {
      const { content } = mergeContents(here, inFile, {}, new Date());
      for (const side of [here, inFile])
        for (const store of storesOf(side)) {
          const keys = new Set((content[store] ?? []).map(keyOf));
          expect(side[store].filter((record) => !keys.has(keyOf(record)))).toStrictEqual([]);
        }
      for (const clip of [...here.clips, ...inFile.clips]) {
        const merged = content.clips.find(({ id }) => id === clip.id);
        for (const { markdown } of clip.quotes)
          expect(merged?.quotes.map((quote) => quote.markdown)).toContain(markdown);
        expect(merged?.comment ?? '').toContain(clip.comment ?? '');
      }
    }),
  );
});

it('changes nothing when a database is merged with itself', () => {
  fc.assert(
    fc.property(anyContent, (here) => {
      const { content, united } = mergeContents(here, structuredClone(here), {}, new Date());
      expect(isSame(content.clips, here.clips) && isSame(content.issues, here.issues)).toBe(true);
      expect(united).toBe(0);
    }),
  );
});

it('merges two machines: the newest wins, and where both changed a clip both sides’ words are in it', async () => {
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
  await restoreBackup(home, fromOffice, 'merge', at('2024-01-02T11:00:00Z'));
  expect((await readClip(home, clip.id))?.comment).toBe('From the office.');

  await changeClip(home, clip.id, (one) => ({ ...one, comment: 'At home.' }), at('2024-01-03T09:00:00Z'));
  await changeClip(office, clip.id, (one) => ({ ...one, headline: 'Another' }), at('2024-01-03T10:00:00Z'));
  const again = await backUp(office, '2024-01-03T11:00:00Z');
  expect((await previewRestore(home, again)).merge.united).toBe(1);
  await restoreBackup(home, again, 'merge', at('2024-01-03T12:00:00Z'));
  expect(await readClip(home, clip.id)).toMatchObject({
    headline: 'Another',
    comment: 'From the office.\n\nAt home.',
  });
});

it('changes nothing when the same backup is merged once more', async () => {
  const [home, office] = [await openFreshDatabase(), await openFreshDatabase()];
  await saveClip(home, { content: article });
  const { clip } = await saveClip(office, { content: { ...article, comment: 'Mine.' } });
  const backup = await readBackup(await writeBackup(office));
  await restoreBackup(home, backup, 'merge');
  await changeClip(home, clip.id, (one) => ({ ...one, comment: 'Mine, and more.' }));
  const before = (await readBackup(await writeBackup(home))).content;
  await restoreBackup(home, backup, 'merge');
  expect((await readBackup(await writeBackup(home))).content).toStrictEqual(before);
});

it('keeps what was deleted since a backup of this very database was written, and what was written since', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: { ...article, comment: 'Long, and too long.' } });
  const backup = await readBackup(await writeBackup(database));
  await changeClip(database, clip.id, (one) => ({ ...one, comment: 'Short.' }));
  await restoreBackup(database, backup, 'merge');
  expect((await readClip(database, clip.id))?.comment).toBe('Short.');
});

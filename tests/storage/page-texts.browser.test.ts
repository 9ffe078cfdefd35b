import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPicture, savePicture } from '../../src/storage/pictures';
import { readSnapshot, saveSnapshot } from '../../src/storage/snapshots';
import { openFreshDatabase, tickingClock } from './fresh-database';

it('gives the text of a page back as it was saved', async () => {
  const database = await openFreshDatabase();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (markdown) => {
      await saveSnapshot(database, 'clip', markdown);
      expect(await readSnapshot(database, 'clip')).toBe(markdown);
    }),
  );
});

it('keeps a long text small', async () => {
  const database = await openFreshDatabase();
  await saveSnapshot(database, 'clip', 'The talks go on. '.repeat(10_000), tickingClock());
  const snapshot = await database.get('snapshots', 'clip');
  expect(snapshot?.savedAt).toBe('2023-02-23T09:00:00.000Z');
  expect(snapshot?.markdown.length).toBeLessThan(2_000);
});

it('has no text of a page that was not kept', async () => {
  expect(await readSnapshot(await openFreshDatabase(), 'clip')).toBeUndefined();
});

it('gives a picture back by its id, byte by byte', async () => {
  const database = await openFreshDatabase();
  const id = await savePicture(database, new Blob([Uint8Array.of(0, 255, 7)], { type: 'image/webp' }));
  const picture = await readPicture(database, id);
  expect(picture?.type).toBe('image/webp');
  expect(new Uint8Array((await picture?.arrayBuffer()) ?? [])).toStrictEqual(Uint8Array.of(0, 255, 7));
  expect(await readPicture(database, 'another')).toBeUndefined();
});

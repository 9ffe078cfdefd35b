import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPicture, savePicture } from '../../../src/storage/pictures';
import { readSnapshot, saveSnapshot } from '../../../src/storage/snapshots';
import { openFreshDatabase, tickingClock } from '../fresh-database';

const PICTURE = { address: 'https://a.example/harbour.jpg', caption: 'The harbour', credit: 'J. Doe' };

it('returns the text of a page as it was saved', async () => {
  const database = await openFreshDatabase();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      await saveSnapshot(database, 'clip', { text });
      expect(await readSnapshot(database, 'clip')).toStrictEqual({ text });
    }),
  );
});

it('keeps a long text small', async () => {
  const database = await openFreshDatabase();
  await saveSnapshot(database, 'clip', { text: 'The talks go on. '.repeat(10_000) }, tickingClock());
  const snapshot = await database.get('snapshots', 'clip');
  expect(snapshot?.savedAt).toBe('2023-02-23T09:00:00.000Z');
  expect(snapshot?.markdown.length).toBeLessThan(2_000);
});

it('has no text of a page that was not saved', async () => {
  expect(await readSnapshot(await openFreshDatabase(), 'clip')).toStrictEqual({});
});

it('keeps the picture of a page whose text could not be read', async () => {
  const database = await openFreshDatabase();
  await saveSnapshot(database, 'clip', { leadPicture: PICTURE });
  expect(await readSnapshot(database, 'clip')).toStrictEqual({ leadPicture: PICTURE });
});

it('keeps what was read before if a page is read again and less is found', async () => {
  const database = await openFreshDatabase();
  await saveSnapshot(database, 'clip', { text: 'The talks go on.', leadPicture: PICTURE });
  await saveSnapshot(database, 'clip', { leadPicture: { address: 'https://a.example/other.jpg' } });
  await saveSnapshot(database, 'clip', { text: 'The talks are over.' });
  expect(await readSnapshot(database, 'clip')).toStrictEqual({
    text: 'The talks are over.',
    leadPicture: { address: 'https://a.example/other.jpg' },
  });
});

it('returns a picture by its id, byte by byte', async () => {
  const database = await openFreshDatabase();
  const id = await savePicture(database, new Blob([Uint8Array.of(0, 255, 7)], { type: 'image/webp' }));
  const picture = await readPicture(database, id);
  expect(picture?.type).toBe('image/webp');
  expect(new Uint8Array((await picture?.arrayBuffer()) ?? [])).toStrictEqual(Uint8Array.of(0, 255, 7));
  expect(await readPicture(database, 'another')).toBeUndefined();
});

import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { emptyBin } from '../../../src/storage/bin';
import { readBackup } from '../../../src/storage/backup/backup';
import type { Database } from '../../../src/storage/database/database';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { findLostRecords } from '../../../src/storage/journal/lost-records';
import { saveClip } from '../../../src/storage/saved-clip';
import { readSnapshot, saveSnapshot } from '../../../src/storage/snapshots';
import { binClip } from '../changed-clip';
import { freshName } from '../fresh-database';
import { bringBack, bringUpToDate, loseDatabase, numbered, openNamed } from './lost-database';

beforeEach(() => {
  copySaves(() => undefined);
  onTestFinished(() => copySaves(() => undefined));
});

async function clipWithText(database: Database, number: number, text: string): Promise<string> {
  const { clip } = await saveClip(database, { content: numbered(number) });
  await saveSnapshot(database, clip.id, { text });
  return clip.id;
}

/** It cannot be packed. */
function randomText(length: number): string {
  const bytes = new Uint8Array(length);
  for (let start = 0; start < length; start += 65_536)
    crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  return bytes.toBase64();
}

it('brings back the saved texts of pages with their clips, before and after everything was copied', async () => {
  const database = await openNamed(freshName());
  const first = await clipWithText(database, 1, 'The first text.');
  await bringUpToDate(database);
  const second = await clipWithText(database, 2, 'The second text.');
  await saveSnapshot(database, first, { text: 'The first text, read again.' });
  const emptied = await loseDatabase(database);
  const lost = await findLostRecords(emptied);
  expect(lost).toMatchObject({ clips: 2, hasTexts: true, unreadable: 0 });
  const { stores } = await readBackup((await lost?.readCopy()) ?? new Blob());
  expect(stores).toContain('snapshots');
  await lost?.bringBack();
  expect((await readSnapshot(emptied, first)).text).toBe('The first text, read again.');
  expect((await readSnapshot(emptied, second)).text).toBe('The second text.');
  const again = await loseDatabase(emptied);
  await bringBack(again);
  expect((await readSnapshot(again, second)).text).toBe('The second text.');
});

it('says that a large text is not in the copy as long as it is not', async () => {
  const database = await openNamed(freshName());
  await clipWithText(database, 1, randomText(80_000));
  const emptied = await loseDatabase(database);
  expect(await findLostRecords(emptied)).toMatchObject({ clips: 1, hasTexts: false, unreadable: 0 });
  await bringBack(emptied);
  expect(await findLostRecords(emptied)).toBeUndefined();
});

it('brings back no text of a page whose clip was deleted for good', async () => {
  const database = await openNamed(freshName());
  const id = await clipWithText(database, 1, 'The first text.');
  await clipWithText(database, 2, 'The second text.');
  await deleteForGood(database, id);
  const emptied = await loseDatabase(database);
  await bringBack(emptied);
  expect(await emptied.count('snapshots')).toBe(1);
  expect(await readSnapshot(emptied, id)).toStrictEqual({});
});

async function deleteForGood(database: Database, id: string): Promise<void> {
  await binClip(database, id);
  await emptyBin(database);
}

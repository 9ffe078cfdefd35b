import { expect, it, onTestFinished, vi } from 'vitest';
import { noteBackup, putReminderOff, readReminder } from '../../../src/storage/backup/backup-times';
import {
  backUpDaily,
  chooseFolder,
  forgetFolder,
  MOST_IN_FOLDER,
} from '../../../src/storage/backup/folder-backup';
import { saveClip } from '../../../src/storage/saved-clip';
import { BackupNotWrittenError } from '../../../src/storage/database/storage-errors';
import { contentOf } from '../backup-content';
import { article, openFreshDatabase } from '../fresh-database';

const onDay = (day: string) => ({
  now: () => new Date(`${day}T12:00:00Z`),
  newId: () => crypto.randomUUID(),
});

/** A folder of the test's own, of the kind that the analyst chooses. */
async function makeFolder() {
  const root = await navigator.storage.getDirectory();
  const name = `folder-${crypto.randomUUID()}`;
  const folder = await root.getDirectoryHandle(name, { create: true });
  onTestFinished(() => root.removeEntry(name, { recursive: true }));
  return folder;
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names.sort();
}

it('writes one backup a day into the chosen folder, which restores everything', async () => {
  const [database, folder] = [await openFreshDatabase(), await makeFolder()];
  const { clip } = await saveClip(database, { content: article });
  expect(await backUpDaily(database, onDay('2026-11-24'))).toBe('not-now');
  await chooseFolder(database, folder);
  expect(await backUpDaily(database, onDay('2026-11-24'))).toBe('written');
  expect(await backUpDaily(database, onDay('2026-11-24'))).toBe('not-now');
  expect(await backUpDaily(database, onDay('2026-11-25'))).toBe('written');
  const names = await namesIn(folder);
  expect(names).toHaveLength(2);
  const file = await (await folder.getFileHandle(names[0] ?? '')).getFile();
  expect((await contentOf(file)).clips).toStrictEqual([clip]);
  await forgetFolder(database);
  expect(await backUpDaily(database, onDay('2026-11-26'))).toBe('not-now');
});

it('keeps the last backups in the folder, and touches only its own files', async () => {
  const [database, folder] = [await openFreshDatabase(), await makeFolder()];
  await folder.getFileHandle('clipsheet-my-notes.jsonl', { create: true });
  await chooseFolder(database, folder);
  const days = Array.from({ length: MOST_IN_FOLDER + 2 }, (_, index) => `2026-11-${10 + index}`);
  for (const day of days) await backUpDaily(database, onDay(day));
  const names = await namesIn(folder);
  expect(names).toHaveLength(MOST_IN_FOLDER + 1);
  expect(names).toContain('clipsheet-my-notes.jsonl');
  expect(names[0]).toMatch(/^clipsheet-2026-11-12/u);
});

it('removes a file that is damaged as soon as it is written, keeps the others and says that none was written', async () => {
  const [database, folder] = [await openFreshDatabase(), await makeFolder()];
  await saveClip(database, { content: article });
  await chooseFolder(database, folder);
  await backUpDaily(database, onDay('2026-11-24'));
  const getFile = FileSystemFileHandle.prototype.getFile; // oxlint-disable-line typescript/unbound-method -- it is called with its handle
  const damaging = vi.spyOn(FileSystemFileHandle.prototype, 'getFile').mockImplementation(async function (
    this: FileSystemFileHandle,
  ) {
    const disk = await this.createWritable({ keepExistingData: true });
    await disk.write({ type: 'write', position: 200, data: 'noise' });
    await disk.close();
    return getFile.call(this);
  });
  onTestFinished(() => damaging.mockRestore());
  await expect(backUpDaily(database, onDay('2026-11-25'))).rejects.toThrow(BackupNotWrittenError);
  damaging.mockRestore();
  const names = await namesIn(folder);
  expect(names).toStrictEqual([expect.stringMatching(/^clipsheet-2026-11-24/u)]);
  expect(await backUpDaily(database, onDay('2026-11-25'))).toBe('written');
});

it('reminds of a backup when there is much to lose and the last one is old', async () => {
  const database = await openFreshDatabase();
  expect(await readReminder(database, onDay('2026-11-01'))).toBeUndefined();
  for (let count = 0; count < 20; count++)
    await saveClip(database, { content: { ...article, address: `https://daily.example/${count}` } });
  expect(await readReminder(database, onDay('2026-11-01'))).toStrictEqual({});
  await putReminderOff(database, onDay('2026-11-01'));
  expect(await readReminder(database, onDay('2026-11-07'))).toBeUndefined();
  expect(await readReminder(database, onDay('2026-11-09'))).toStrictEqual({});
  await noteBackup(database, onDay('2026-11-09'));
  expect(await readReminder(database, onDay('2026-11-20'))).toBeUndefined();
  expect(await readReminder(database, onDay('2026-11-24'))).toStrictEqual({
    backedUpAt: '2026-11-09T12:00:00.000Z',
  });
});

import { expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { writeBackup } from '../../../src/storage/backup/backup';
import { writeBackupFile } from '../../../src/storage/backup/backup-file';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import type { Database } from '../../../src/storage/database/database';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { saveClip } from '../../../src/storage/saved-clip';
import { saveSnapshot } from '../../../src/storage/snapshots';
import { DatabaseUnavailableError } from '../../../src/storage/database/storage-errors';
import { contentOf } from '../../storage/backup-content';
import { article, openFreshDatabase } from '../../storage/fresh-database';
import { openOptionsPage, showOptionsPage } from '../options-page';

/** The section “Backup”, because errors are also listed under “Diagnostics”. */
const backup = page.getByRole('region', { name: 'Backup', exact: true });

/** Collects the files that the page gives to the browser from now on. */
function catchFiles(): { name: string; data: Blob }[] {
  const files: { name: string; data: Blob }[] = [];
  const blobs = new Map<string, Blob>();
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((data) => {
    const address = `blob:${blobs.size}`;
    if (data instanceof Blob) blobs.set(address, data);
    return address;
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, data: blobs.get(this.href) ?? new Blob() });
  });
  onTestFinished(() => {
    create.mockRestore();
    click.mockRestore();
  });
  return files;
}

async function putInPlace(): Promise<void> {
  await page.getByLabelText('Replace the data here with the backup').click();
  await page.getByRole('button', { name: 'Replace everything here with this backup' }).click();
}

async function chooseFile(data: Blob, name = 'clipsheet.jsonl') {
  await page.getByLabelText('Backup file').upload(new File([data], name));
}

it('saves everything in one file, which restores it', async () => {
  const files = catchFiles();
  const { database } = await openOptionsPage('backup');
  const { clip } = await saveClip(database, { content: article });
  await saveSnapshot(database, clip.id, { text: 'All of it.' });
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect.element(page.getByText(/^The browser is saving clipsheet-/u)).toBeVisible();
  expect(files[0]?.name).toMatch(/^clipsheet-\d{4}-\d\d-\d\d-\d{4}\.jsonl$/u);
  const content = await contentOf(files[0]?.data ?? new Blob());
  expect([content.clips, content.snapshots]).toMatchObject([[clip], [{ clipId: clip.id }]]);
});

it('leaves out saved texts on request', async () => {
  const files = catchFiles();
  const { database } = await openOptionsPage('backup');
  await saveSnapshot(database, 'clip', { text: 'All of it.' });
  await page.getByLabelText('With the saved texts of pages').click();
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect.element(page.getByText(/^The browser is saving clipsheet-/u)).toBeVisible();
  expect(await contentOf(files[0]?.data ?? new Blob())).not.toHaveProperty('snapshots');
});

it('shows what a backup would change, writes nothing until told to, then restores it with Undo', async () => {
  const { database } = await openOptionsPage('backup');
  await changePreferences(database, (preferences) => ({ ...preferences, title: 'As it was' }));
  await saveClip(database, { content: article });
  const file = await writeBackup(database);
  await changePreferences(database, (preferences) => ({ ...preferences, title: 'As it is' }));
  await saveClip(database, { content: { ...article, headline: 'Clipped later' } });
  await chooseFile(file);
  await page.getByLabelText('Replace the data here with the backup').click();
  await expect.element(page.getByRole('row', { name: /^Here now/u })).toHaveTextContent('Here now210');
  await expect.element(page.getByRole('row', { name: /^Removed/u })).toHaveTextContent('Removed100');
  await expect
    .element(page.getByText('The options on this page are replaced by those in the file.'))
    .toBeVisible();
  expect(await database.count('clips')).toBe(2);
  await putInPlace();
  await expect.element(page.getByText('The backup is restored.')).toBeVisible();
  expect(await database.count('clips')).toBe(1);
  await expect.element(page.getByLabelText('Title', { exact: true })).toHaveValue('As it was');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(await database.count('clips')).toBe(2);
  await expect.element(page.getByLabelText('Title', { exact: true })).toHaveValue('As it is');
});

it('merges a backup with the database, says so before, with Undo', async () => {
  const { database } = await openOptionsPage('backup');
  const { clip } = await saveClip(database, { content: article });
  const other = await openFreshDatabase();
  const { clip: theirs } = await saveClip(other, { content: { ...article, headline: 'Clipped elsewhere' } });
  await chooseFile(await writeBackup(other));
  await expect.element(page.getByRole('row', { name: /^Added/u })).toHaveTextContent('Added110');
  await expect.element(page.getByRole('row', { name: /^Removed/u })).toHaveTextContent('Removed000');
  await page.getByRole('button', { name: 'Merge' }).click();
  await expect.element(page.getByText('The backup is restored.')).toBeVisible();
  expect((await database.getAllKeys('clips')).toSorted()).toStrictEqual([clip.id, theirs.id].toSorted());
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(await database.getAll('clips')).toStrictEqual([clip]);
});

it('undoes nothing once something was clipped, and offers the previous state as a file', async () => {
  const files = catchFiles();
  const { database } = await openOptionsPage('backup');
  const { clip } = await saveClip(database, { content: article });
  await chooseFile(await writeBackup(await openFreshDatabase()));
  await putInPlace();
  await expect.element(page.getByText('The backup is restored.')).toBeVisible();
  const { clip: later } = await saveClip(database, { content: article });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText(/^Something was saved after/u)).toBeVisible();
  expect(await database.getAllKeys('clips')).toStrictEqual([later.id]);
  await page.getByRole('button', { name: 'Save the earlier data as a file' }).click();
  await expect.poll(() => files).toHaveLength(1);
  expect((await contentOf(files[0]?.data ?? new Blob())).clips).toStrictEqual([clip]);
});

it('leaves everything as it is when that is chosen', async () => {
  const { database } = await openOptionsPage('backup');
  await saveClip(database, { content: article });
  await chooseFile(await writeBackup(await openFreshDatabase()));
  await page.getByRole('button', { name: 'Leave everything as it is' }).click();
  await expect.element(page.getByRole('table')).not.toBeInTheDocument();
  expect(await database.count('clips')).toBe(1);
});

const header = { version: 1, createdAt: '2023-02-23T09:00:00.000Z' };
it.each([
  ['a film', new Blob([new Uint8Array(2_000_000)]), 'This file is not a Clipsheet backup.'],
  ['JSON of someone else', new Blob(['{"bookmarks":[]}']), 'This file is not a Clipsheet backup.'],
  [
    'one of a later version',
    await writeBackupFile({ ...header, version: 99 }, []),
    'a later version of Clipsheet',
  ],
])('rejects %s with a message, and writes nothing', async (_what, file, words) => {
  const { database } = await openOptionsPage('backup');
  const { clip } = await saveClip(database, { content: article });
  await chooseFile(file);
  await expect.element(backup.getByText(words)).toBeVisible();
  await expect.element(backup.getByText('Nothing has been changed.')).toBeVisible();
  expect(await database.getAll('clips')).toStrictEqual([clip]);
  expect(await readPreferences(database)).toMatchObject({ standingSections: [] });
});

/** The lines of a backup with three clips. */
async function writeLines(): Promise<string[]> {
  const other = await openFreshDatabase();
  for (const headline of ['Talks go on', 'Ports close', 'Rates rise'])
    await saveClip(other, {
      content: { ...article, address: `https://daily.example/${headline}`, headline },
    });
  return (await (await writeBackup(other)).text()).split('\n');
}

async function headlinesHere(database: Database) {
  return (await database.getAll('clips')).map(({ headline }) => headline).sort();
}

it('says what is lost of a damaged backup, and restores the rest on request', async () => {
  const files = catchFiles();
  const { database } = await openOptionsPage('backup');
  await saveClip(database, { content: { ...article, headline: 'Clipped here' } });
  const lines = await writeLines();
  const bad = lines.findIndex((line) => line.startsWith('{"store":"clips"') && line.includes('Ports close'));
  lines[bad] = lines[bad]?.replace('"quotes":[', '"quotes":"[') ?? '';
  await chooseFile(new Blob([lines.join('\n')]));
  await expect.element(backup.getByText(/^This backup is damaged/u)).toBeVisible();
  await expect
    .element(backup.getByText(/^\d+ records can be restored\. 1 record cannot\. Nothing/u))
    .toBeVisible();
  await expect.element(backup.getByText(/^Clip: Ports close · \d{4}-\d\d-\d\d$/u)).toBeVisible();
  expect(await headlinesHere(database)).toStrictEqual(['Clipped here']);
  await page.getByRole('button', { name: 'Save the damaged records as a file' }).click();
  expect(await files[0]?.data.text()).toBe(`${lines[bad] ?? ''}\n`);
  await page.getByRole('button', { name: 'Merge the readable records' }).click();
  await expect.element(page.getByText(/^The backup is restored/u)).toBeVisible();
  expect(await headlinesHere(database)).toStrictEqual(['Clipped here', 'Rates rise', 'Talks go on']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Everything is as it was before.')).toBeVisible();
  expect(await headlinesHere(database)).toStrictEqual(['Clipped here']);
});

it('restores what is left of a backup whose end is missing, and of one whose first line is damaged', async () => {
  const { database } = await openOptionsPage('backup');
  const lines = await writeLines();
  const clips = lines.filter((line) => line.startsWith('{"store":"clips"'));
  await chooseFile(new Blob([[lines[0], ...clips].join('\n').slice(0, -20)]));
  await expect.element(backup.getByText(/^The end of this backup is missing/u)).toBeVisible();
  await page.getByRole('button', { name: 'Merge the readable records' }).click();
  await expect.element(page.getByText(/^The backup is restored/u)).toBeVisible();
  expect(await database.count('clips')).toBe(2);
  await chooseFile(new Blob([['{"format":"clips', ...lines.slice(1)].join('\n')]));
  await expect.element(backup.getByText(/^This backup is damaged/u)).toBeVisible();
  await page.getByRole('button', { name: 'Merge the readable records' }).click();
  await expect.element(page.getByText(/^The backup is restored/u)).toBeVisible();
  expect(await database.count('clips')).toBe(3);
});

it('lists an invalid record in a backup, although the file is unchanged', async () => {
  const { database } = await openOptionsPage('backup');
  const record = { id: 'odd', headline: 'Half a clip', clippedAt: '2024-05-06T07:08:09.000Z' };
  await chooseFile(await writeBackupFile(header, [{ store: 'clips', record }]));
  await expect.element(backup.getByText('Clip: Half a clip · 2024-05-06')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Merge the readable records' }))
    .not.toBeInTheDocument();
  expect(await database.count('clips')).toBe(0);
});

it('restores the first of several records with one key, and lists and saves the others', async () => {
  const files = catchFiles();
  const { database } = await openOptionsPage('backup');
  const lines = (await writeLines()).filter((line) => line.startsWith('{"store":"clips"'));
  const clips = lines.map((line, place) => {
    const { store, record } = JSON.parse(line) as { store: string; record: object };
    return { store, record: { ...record, id: 'one', headline: `Version ${place}` } };
  });
  await chooseFile(await writeBackupFile(header, clips));
  for (const place of [1, 2])
    await expect
      .element(backup.getByText(new RegExp(`^Clip: Version ${place} · .* · twice in the file$`, 'u')))
      .toBeVisible();
  await page.getByRole('button', { name: 'Save the damaged records' }).click();
  expect((await files[0]?.data.text())?.trim().split('\n')).toHaveLength(2);
  await page.getByRole('button', { name: 'Merge the readable records' }).click();
  await expect.element(page.getByText(/^The backup is restored/u)).toBeVisible();
  const [clip, ...others] = await database.getAll('clips');
  expect(others).toEqual([]);
  expect(clip).toMatchObject({ headline: 'Version 0' });
});

it('says which records a backup would not restore unchanged, and saves it', async () => {
  const files = catchFiles();
  const { database } = await openOptionsPage('backup');
  const { clip } = await saveClip(database, { content: article });
  await database.put('clips', { ...clip, publishedOn: '20266-11-28' });
  await page.getByRole('button', { name: 'Save a backup' }).click();
  await expect.element(page.getByText(/^The browser is saving clipsheet-/u)).toBeVisible();
  await expect.element(backup.getByText(/^Clip: Talks go on/u)).toBeVisible();
  expect((await contentOf(files[0]?.data ?? new Blob())).clips).toMatchObject([
    { publishedOn: '2026-11-28' },
  ]);
});

it('says so if there is not enough space for a backup, and changes nothing', async () => {
  const { database } = await openOptionsPage('backup');
  const { clip } = await saveClip(database, { content: article });
  await chooseFile(await writeBackup(await openFreshDatabase()));
  await expect.element(page.getByRole('table')).toBeVisible();
  const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await putInPlace();
  await expect.element(backup.getByText('The disk is almost full, so nothing was saved.')).toBeVisible();
  remove.mockRestore();
  expect(await database.getAll('clips')).toStrictEqual([clip]);
});

it('explains what a backup is useful for while the database cannot be opened', async () => {
  showOptionsPage(() => Promise.reject(new DatabaseUnavailableError()));
  await expect.element(page.getByText(/^While the database is not open/u)).toBeVisible();
  await expect
    .element(page.getByRole('navigation'))
    .toHaveTextContent(/^Saving and shortcuts\s?Backup and storage\s?Diagnostics$/u);
});

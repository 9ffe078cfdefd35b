import { expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { MOST_FAILURES, readFailures, recordFailure } from '../../src/storage/database/error-log';
import { DiskFullError } from '../../src/storage/database/storage-errors';
import { openFreshDatabase } from '../storage/fresh-database';
import { openOptionsPage } from './options-page';

/** Records what is put on the clipboard from now on. */
function catchCopies(): string[] {
  const copies: string[] = [];
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copies.push(text);
    return Promise.resolve();
  });
  onTestFinished(() => write.mockRestore());
  return copies;
}

it('says what failed and when, in words', async () => {
  const { database } = await openOptionsPage('diagnosis');
  await recordFailure('menuClip', new DiskFullError('no room'), database);
  const row = page.getByRole('listitem').filter({ hasText: 'Clipping from the menu' }).first();
  await expect.element(row).toHaveTextContent('The disk is almost full, so nothing was saved.');
  await expect.element(row).toHaveTextContent(String(new Date().getFullYear()));
});

it('copies a report without what the errors say, unless that is ticked', async () => {
  const copies = catchCopies();
  const { database } = await openOptionsPage('diagnosis');
  const cause = new Error('https://secret.example/article');
  await recordFailure('popup', new TypeError('Putin and the ministers', { cause }), database);
  await expect.element(page.getByText('In the popup').first()).toBeVisible();
  await page.getByRole('button', { name: 'Copy a report' }).click();
  await expect.poll(() => copies).toHaveLength(1);
  expect(copies[0]).toMatch(/^Clipsheet 1\.2\.3, database version \d+$/mu);
  expect(copies[0]).toContain('popup: errorUnexpected (TypeError < Error)');
  expect(copies[0]).not.toMatch(/secret|ministers/u);
  await page.getByLabelText(/^Include the messages of the errors/u).click();
  await page.getByRole('button', { name: 'Copy a report' }).click();
  await expect.poll(() => copies).toHaveLength(2);
  expect(copies[1]).toContain('Putin and the ministers');
});

it('clears the list, with Undo', async () => {
  const { database } = await openOptionsPage('diagnosis');
  await recordFailure('desk', new DiskFullError(), database);
  await page.getByRole('button', { name: 'Clear this list' }).click();
  await expect.element(page.getByText('The list is empty.')).toBeVisible();
  expect(await database.count('failures')).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => database.count('failures')).toBeGreaterThan(0);
});

it('keeps a limited number, and deletes the oldest', async () => {
  const database = await openFreshDatabase();
  const record = (count: number) => recordFailure('desk', new Error(`number ${count}`), database);
  await record(0);
  const [first] = await readFailures(database);
  await expect.poll(() => new Date().toISOString()).not.toBe(first?.at); // errors of the same millisecond have no order
  for (let count = 1; count <= MOST_FAILURES; count++) await record(count);
  const texts = (await database.getAll('failures')).map(({ text }) => text);
  expect(texts).toHaveLength(MOST_FAILURES);
  expect(texts).not.toContain('number 0');
});

it('records a failure outside the database if that is closed, and shows it once it opens', async () => {
  const closed = await openFreshDatabase();
  closed.close();
  await recordFailure('desk', new DiskFullError('closed'), closed);
  const { database } = await openOptionsPage('diagnosis');
  onTestFinished(() => localStorage.removeItem('failures'));
  // Tests that run at the same time may use the same key of localStorage.
  await expect.element(page.getByText('At the desk', { exact: true }).first()).toBeVisible();
  expect((await readFailures(database)).map(({ text }) => text)).toContain('closed');
  expect(await database.count('failures')).toBe(0);
});

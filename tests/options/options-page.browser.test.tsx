import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MIGRATIONS, openDatabase } from '../../src/storage/database/database';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { DatabaseUnavailableError } from '../../src/storage/database/storage-errors';
import { freshName, openFreshDatabase } from '../storage/fresh-database';
import { openOptionsPage, showOptionsPage } from './options-page';

it('saves the masthead while it is typed, and an emptied field as absent', async () => {
  const { database } = await openOptionsPage();
  await changePreferences(database, (preferences) => ({ ...preferences, subtitle: 'Weekly' }));
  await page.getByLabelText('Title', { exact: true }).fill('The Week ');
  await page.getByLabelText('Subtitle').fill('');
  await page.getByLabelText('Sign-off', { exact: true }).fill('Yours,\n\n*The editor*');
  await expect
    .poll(() => readPreferences(database))
    .toMatchObject({ title: 'The Week', signOff: 'Yours,\n\n*The editor*' });
  expect(await readPreferences(database)).not.toHaveProperty('subtitle');
});

it('says that nothing was saved when the disk is full, keeps what was typed, and saves it when there is space', async () => {
  const { database } = await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle')).toBeVisible();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await page.getByLabelText('Subtitle').fill('Weekly');
  await expect
    .element(page.getByRole('alert').getByText('The disk is almost full, so nothing was saved.'))
    .toBeVisible();
  await expect.element(page.getByText('Saved', { exact: true })).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Subtitle')).toHaveValue('Weekly');
  put.mockRestore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await readPreferences(database)).toMatchObject({ subtitle: 'Weekly' });
});

it('says so if the database cannot be opened, and opens it on request', async () => {
  const name = freshName();
  const open = vi
    .fn<typeof openDatabase>(() => openDatabase({ name }))
    .mockRejectedValueOnce(new DatabaseUnavailableError());
  showOptionsPage(open);
  await expect.element(page.getByRole('alert').getByText('The browser does not let Clipsheet')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByLabelText('Subtitle')).toBeVisible();
});

it('lets a later version of Clipsheet have the database, and asks to reload the page', async () => {
  const { name } = await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle')).toBeVisible();
  await openFreshDatabase({ name, migrations: [...MIGRATIONS, () => undefined] });
  await expect.element(page.getByText('Clipsheet has been updated')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Reload this page' })).toBeVisible();
});

it('has a table of contents whose links lead to the parts', async () => {
  await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle')).toBeVisible();
  const links = page.getByRole('navigation').getByRole('link').elements();
  const parts = page.getByRole('main').getByRole('heading', { level: 2 }).elements();
  expect(links.map((link) => link.textContent)).toStrictEqual(parts.map((part) => part.textContent));
  for (const link of links) expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
});

it('can be used by the keyboard alone, from the first link to the last field', async () => {
  await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle')).toBeVisible();
  const stops = new Set<Element>();
  for (let last = document.body as Element; !stops.has(last); last = document.activeElement ?? last) {
    stops.add(last);
    await userEvent.tab();
  }
  const controls = document.querySelectorAll(':is(a, button, input, select, textarea):not(:disabled)');
  expect([...controls].filter((control) => !stops.has(control))).toStrictEqual([]);
});

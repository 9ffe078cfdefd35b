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
  await page.getByLabelText('Subtitle', { exact: true }).fill('');
  await page.getByLabelText('Sign-off', { exact: true }).fill('Yours,\n\n*The editor*');
  await expect
    .poll(() => readPreferences(database))
    .toMatchObject({ title: 'The Week', signOff: 'Yours,\n\n*The editor*' });
  expect(await readPreferences(database)).not.toHaveProperty('subtitle');
});

it('says that nothing was saved when the disk is full, keeps what was typed, and saves it when there is space', async () => {
  const { database } = await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle', { exact: true })).toBeVisible();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  await page.getByLabelText('Subtitle', { exact: true }).fill('Weekly');
  await expect
    .element(page.getByRole('alert').getByText('The disk is almost full, so nothing was saved.'))
    .toBeVisible();
  await expect.element(page.getByText('Saved', { exact: true })).not.toBeInTheDocument();
  await expect.element(page.getByLabelText('Subtitle', { exact: true })).toHaveValue('Weekly');
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
  await expect.element(page.getByLabelText('Subtitle', { exact: true })).toBeVisible();
});

it('lets a later version of Clipsheet have the database, and asks to reload the page', async () => {
  const { name } = await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle', { exact: true })).toBeVisible();
  await openFreshDatabase({ name, migrations: [...MIGRATIONS, () => undefined] });
  await expect.element(page.getByText('Clipsheet has been updated')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Reload this page' })).toBeVisible();
});

const isVisible = (element: Element) => element.checkVisibility();
const shownHeadings = () =>
  [...document.querySelectorAll('main h2')].filter(isVisible).map(({ textContent }) => textContent);

it('shows one tab at a time, which its link, its address and the Back button lead to', async () => {
  await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle', { exact: true })).toBeVisible();
  const link = (name: string) => page.getByRole('navigation').getByRole('link', { name });
  await expect
    .poll(shownHeadings)
    .toStrictEqual(['Masthead and sign-off', 'Standing sections', 'Checks before sending', 'Newsletters']);
  await expect.element(link('Newsletter')).toHaveAttribute('aria-current', 'page');
  await link('Backup and storage').click();
  await expect.poll(shownHeadings).toStrictEqual(['Backup', 'Storage used']);
  await expect.element(link('Backup and storage')).toHaveAttribute('aria-current', 'page');
  await expect.element(link('Newsletter')).not.toHaveAttribute('aria-current');
  expect(location.hash).toBe('#backup');
  expect(document.title).toBe('Backup and storage – Clipsheet options');
  await expect.element(page.getByRole('heading', { name: 'Backup', exact: true })).toHaveFocus();
  location.hash = '#languages';
  await expect.poll(shownHeadings).toStrictEqual(['Outlet names', 'Outlets in several languages']);
  history.back();
  await expect.poll(shownHeadings).toStrictEqual(['Backup', 'Storage used']);
});

it('keeps in one tab what was typed while another one is shown', async () => {
  await openOptionsPage('sections');
  await page.getByLabelText('New section').fill('Energy');
  await page.getByRole('link', { name: 'House style' }).click();
  await expect.element(page.getByRole('figure', { name: 'Sample' })).toBeVisible();
  await page.getByRole('link', { name: 'Newsletter' }).click();
  await expect.element(page.getByLabelText('New section')).toHaveValue('Energy');
});

it('shows the tab in which the search of the browser has found something', async () => {
  await openOptionsPage();
  await expect.element(page.getByLabelText('Subtitle', { exact: true })).toBeVisible();
  document.querySelector('#storage')?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  await expect.poll(shownHeadings).toStrictEqual(['Backup', 'Storage used']);
  expect(location.hash).toBe('#storage');
});

it('shows the backup if the database cannot be opened', async () => {
  showOptionsPage(() => Promise.reject(new DatabaseUnavailableError()));
  await expect.poll(shownHeadings).toStrictEqual(['Backup', 'Storage used']);
  const links = page.getByRole('navigation').getByRole('link').elements();
  expect(links.map(({ textContent }) => textContent)).toStrictEqual([
    'Saving and shortcuts',
    'Backup and storage',
    'Diagnostics',
  ]);
});

it.each(['masthead', 'style', 'outlets', 'popup', 'machines', 'backup', 'diagnosis'] as const)(
  'can be used by the keyboard alone, from the first link to the last field: %s',
  async (section) => {
    await openOptionsPage(section);
    await expect.element(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect.element(page.getByLabelText('Subtitle', { exact: true })).toBeInTheDocument();
    document.querySelector('a')?.focus();
    const stops = new Set<Element>();
    for (
      let last = document.activeElement ?? document.body;
      !stops.has(last);
      last = document.activeElement ?? last
    ) {
      stops.add(last);
      await userEvent.tab();
    }
    const controls = [
      ...document.querySelectorAll(':is(a, button, input, select, textarea):not(:disabled)'),
    ].filter(isVisible);
    expect(controls.length).toBeGreaterThan(8);
    expect(controls.filter((control) => !stops.has(control))).toStrictEqual([]);
  },
);

import axe from 'axe-core';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { writeBackup } from '../../src/storage/backup/backup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { DatabaseUnavailableError } from '../../src/storage/database/storage-errors';
import type { SectionId } from '../../options/controls/settings-section';
import { openOptionsPage, showOptionsPage } from './options-page';

async function openFilledPage(section: SectionId) {
  const { database } = await openOptionsPage(section);
  await changePreferences(database, (preferences) => ({
    ...preferences,
    standingSections: ['Diplomacy', '军事与安全', 'اقتصاد'],
    outletNames: { 'tass.com': 'TASS' },
    houseStyle: { ...preferences.houseStyle, severalLanguages: { 'caixin.com': true, 'bbc.com': false } },
  }));
  await expect.element(page.getByLabelText('tass.com', { exact: true })).toBeInTheDocument();
  return database;
}

async function findFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

it('has no error that axe finds, filled in and with a section and a mark removed', async () => {
  await openFilledPage('sections');
  await page.getByRole('button', { name: 'Remove “军事与安全”' }).click();
  expect(await findFaults()).toEqual([]);
  await page.getByRole('link', { name: 'Outlets' }).click();
  await page.getByRole('button', { name: 'Remove “bbc.com”' }).click();
  await page.getByText(/sites that Clipsheet knows$/u).click();
  expect(await findFaults()).toEqual([]);
});

it('has no error that axe finds, with rejected input', async () => {
  await openFilledPage('sections');
  await page.getByLabelText('New section').fill('diplomacy');
  await userEvent.keyboard('{Enter}');
  expect(await findFaults()).toEqual([]);
  await page.getByRole('link', { name: 'Outlets' }).click();
  await page.getByLabelText('Name of the outlet').fill('Reuters');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Not a site.')).toBeVisible();
  expect(await findFaults()).toEqual([]);
});

it('has no error that axe finds, with a backup to be restored', async () => {
  const database = await openFilledPage('backup');
  const file = new File([await writeBackup(database)], 'clipsheet.jsonl');
  await page.getByLabelText('Backup file').upload(file);
  await expect.element(page.getByRole('table')).toBeVisible();
  expect(await findFaults()).toEqual([]);
});

it.each(['style', 'popup', 'machines', 'diagnosis'] as const)(
  'has no error that axe finds: %s',
  async (section) => {
    await openFilledPage(section);
    expect(await findFaults()).toEqual([]);
  },
);

it.each(['sections', 'style', 'outlets', 'popup', 'machines', 'backup', 'diagnosis'] as const)(
  'scrolls in one direction at 400 per cent, and has no error that axe finds: %s',
  async (section) => {
    await openFilledPage(section);
    await page.viewport(320, 180); // of 1280 by 720 pixels
    await expect.poll(() => document.documentElement.clientWidth).toBe(320);
    expect(document.documentElement.scrollWidth).toBe(320);
    expect(await findFaults()).toEqual([]);
  },
);

it('has no error that axe finds, without a database', async () => {
  showOptionsPage(() => Promise.reject(new DatabaseUnavailableError()));
  await expect.element(page.getByRole('alert').getByRole('button')).toBeVisible();
  expect(await findFaults()).toEqual([]);
});

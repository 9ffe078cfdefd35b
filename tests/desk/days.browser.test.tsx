import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { readClip } from '../../src/storage/clip-lookup';
import { findCurrentIssue, readIssues } from '../../src/storage/issue-lookup';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';
import { translate } from './english';

const PROBLEM = /^This date cannot be stored/u;

it('keeps the publication day if a year of five digits is typed, and says so', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
  await page.getByRole('button', { name: translate('deskPublish') }).click();
  const field = page.getByLabelText(translate('deskPublishedOn'), { exact: true });
  await expect.element(field).toBeVisible();
  const before = (await readIssues(database))[0]?.publication?.on;
  await userEvent.fill(field, '20266-11-28');
  await expect.element(page.getByText(PROBLEM)).toBeVisible();
  await expect.element(field).toHaveValue('20266-11-28');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await readBackup(await writeBackup(database));
  expect((await readIssues(database))[0]?.publication?.on).toBe(before);
  await userEvent.fill(field, '2026-11-28');
  await expect.element(page.getByText(PROBLEM)).not.toBeInTheDocument();
  await expect.poll(async () => (await readIssues(database))[0]?.publication?.on).toBe('2026-11-28');
});

it('keeps the period if an impossible year is typed, and says so', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
  await page.getByText(translate('deskPeriodAll')).click();
  const from = page.getByLabelText(translate('deskPeriodFrom'), { exact: true });
  await userEvent.fill(from, '0026-11-28');
  await expect.element(page.getByText(PROBLEM)).toBeVisible();
  expect(await findCurrentIssue(database)).not.toHaveProperty('period');
  await page.getByRole('button', { name: translate('deskPeriodWeek') }).click();
  await expect.element(page.getByText(PROBLEM)).not.toBeInTheDocument();
});

it('says that a day does not exist, and that a date is not complete, typed key by key', async () => {
  const database = await openFreshDatabase();
  const id = await clip(database, 'Talks', 'Diplomacy', { publishedOn: '2026-02-28' });
  const desk = await showDesk(database);
  desk.openClip(id);
  const field = page.getByRole('complementary').getByLabelText('Date', { exact: true });
  await expect.element(field).toHaveValue('2026-02-28');
  const typeOver = async (keys: string) => {
    await userEvent.click(field, { position: { x: 12, y: 12 } });
    await userEvent.keyboard(keys);
  };
  await typeOver('0231');
  await expect.element(page.getByText(PROBLEM)).toBeVisible();
  expect(await readClip(database, id)).toMatchObject({ publishedOn: '2026-02-28' });
  await typeOver('0227');
  await expect.element(page.getByText(PROBLEM)).not.toBeInTheDocument();
  await expect.poll(async () => (await readClip(database, id))?.publishedOn).toBe('2026-02-27');
  await userEvent.fill(field, '');
  await expect.poll(async () => (await readClip(database, id))?.publishedOn).toBeUndefined();
  await typeOver('02');
  await page.getByRole('complementary').getByRole('textbox', { name: 'Outlet', exact: true }).click();
  await expect.element(page.getByText(PROBLEM)).toBeVisible();
});

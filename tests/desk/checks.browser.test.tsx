import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

it('tells before sending what to look at, and leads there', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
  await clip(database, 'THREE PORTS AGREE ON A TARIFF', 'Diplomacy', { comment: 'So “they say.' });
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks (2)' }).click();
  await page.getByRole('button', { name: /A headline in capitals/u }).click();
  await expect.element(page.getByLabelText('Headline', { exact: true }).first()).toHaveFocus();
  await page.getByLabelText('Headline', { exact: true }).first().fill('Three ports agree on a tariff');
  await expect.element(page.getByRole('button', { name: 'Checks (1)' })).toBeVisible();
});

import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Database } from '../../src/storage/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
  await clip(database, '会谈继续举行', 'Trade', { language: 'zh-Hans', showLanguage: true });
  await clip(database, 'وزير الخارجية', undefined, { language: 'ar' });
});

async function findFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

it.each([
  { state: 'with the preview', look: () => Promise.resolve() },
  { state: 'with a clip open', look: () => page.getByRole('treeitem', { name: /^Talks/u }).click() },
  {
    state: 'with a section’s menu open',
    look: () => page.getByRole('button', { name: 'Section “Trade”' }).click(),
  },
  { state: 'with search results', look: () => page.getByLabelText('Search all clips').fill('talks') },
  { state: 'with the bin open', look: () => page.getByRole('button', { name: /^Bin/u }).click() },
  { state: 'with a past issue', look: showPastIssue },
])('has no fault that axe finds, $state', async ({ look }) => {
  await showDesk(database);
  await look();
  expect(await findFaults()).toEqual([]);
});

async function showPastIssue(): Promise<void> {
  await page.getByRole('button', { name: 'New issue' }).click();
  await page.getByRole('button', { name: /^Issue of/u }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await expect.element(page.getByText(/kept as it was/u)).toBeVisible();
}

it.each(['outline', 'manuscript', 'side'] as const)(
  'scrolls in one direction at 360 pixels, showing the %s',
  async (part) => {
    const desk = await showDesk(database);
    await page.viewport(360, 740);
    desk.show({ part });
    await expect.poll(() => document.querySelector('.desk')?.getAttribute('data-part')).toBe(part);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    expect(await findFaults()).toEqual([]);
  },
);

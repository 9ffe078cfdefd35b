import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Clip } from '../../../src/news/clip';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, showDesk } from '../shown-desk';

const menu = () => page.getByRole('button', { name: 'More for the selection' });

it('prints the date and the language, and names the outlet, of all selected clips at once', async () => {
  const database = await openFreshDatabase();
  for (const headline of ['One', 'Two', 'Three']) await clip(database, headline, 'Diplomacy');
  await showDesk(database);
  const clips = async (): Promise<Clip[]> => database.getAllFromIndex('clips', 'clippedAt');
  (page.getByRole('treeitem', { name: /^One/u }).element() as HTMLElement).focus();
  await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}');
  await menu().click();
  await page.getByRole('menuitemcheckbox', { name: 'Print the date' }).click();
  await expect
    .poll(async () => (await clips()).map(({ showDate }) => showDate))
    .toEqual([false, false, true]);
  await menu().click();
  await page.getByRole('menuitemcheckbox', { name: 'Print the language' }).click();
  await expect
    .poll(async () => (await clips()).map(({ showLanguage }) => showLanguage))
    .toEqual([true, true, false]);
  await menu().click();
  await page.getByRole('menuitem', { name: 'Set the outlet…' }).click();
  await userEvent.keyboard('{Control>}a{/Control}Reuters{Enter}');
  await expect
    .poll(async () => (await clips()).map(({ outlet }) => outlet))
    .toEqual(['Reuters', 'Reuters', 'The Daily']);
  await page.getByRole('button', { name: /^Undo: “Outlet” changed in 2 clips/u }).click();
  await expect
    .poll(async () => (await clips()).map(({ outlet }) => outlet))
    .toEqual(['The Daily', 'The Daily', 'The Daily']);
});

it('opens the menu of several clips at its first action, whichever of its switches is on', async () => {
  const database = await openFreshDatabase();
  for (const headline of ['One', 'Two']) await clip(database, headline, 'Diplomacy');
  await showDesk(database);
  (page.getByRole('treeitem', { name: /^One/u }).element() as HTMLElement).focus();
  await userEvent.keyboard(' {Shift>}{ArrowDown}{/Shift}');
  await menu().click();
  await expect.element(page.getByRole('menuitem', { name: 'Group into one item' })).toHaveFocus();
});

import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readClip } from '../../src/storage/clip-lookup';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, readManuscript, showDesk } from './shown-desk';

it('merges selected clips into the first; Undo brings the others back', async () => {
  const database = await openFreshDatabase();
  const quotes = [{ id: 'q', markdown: 'No figure.' }];
  const first = await clip(database, 'One', 'Diplomacy', { comment: 'Ours.', quotes: [] });
  await clip(database, 'Two', 'Diplomacy');
  const third = await clip(database, 'Three', 'Trade', { comment: 'Theirs.', quotes });
  await showDesk(database);
  const item = (name: RegExp) => page.getByRole('treeitem', { name });
  await item(/^One/u).click({ modifiers: ['Control'] });
  await item(/^Three/u).click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'More for the selection' }).click();
  await page.getByRole('menuitem', { name: 'Merge into one clip' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two', 'Trade: ']);
  expect(await readClip(database, first)).toMatchObject({ comment: 'Ours.\n\nTheirs.', quotes });
  await expect.element(item(/^One/u)).toHaveFocus();
  await expect.element(page.getByText('2 clips merged into “One”.')).toBeVisible();
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two', 'Trade: Three']);
  expect(await readClip(database, first)).toMatchObject({ comment: 'Ours.', quotes: [] });
  expect(await readClip(database, third)).toMatchObject({ comment: 'Theirs.', quotes });
});

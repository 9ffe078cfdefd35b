import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { chooseTool, clip, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  for (const headline of ['One', 'Two', 'Three']) await clip(database, headline, 'Diplomacy');
  await clip(database, 'Four', 'Trade');
  await showDesk(database);
});

const item = (name: RegExp) => page.getByRole('treeitem', { name });
const focusItem = (name: RegExp) => (item(name).element() as HTMLElement).focus();
const grouped = () =>
  [...document.querySelectorAll('.clip.is-grouped')].map((entry) => entry.getAttribute('aria-label'));
const undo = () => page.getByRole('button', { name: /^Undo:/u }).click();

it('groups a clip with the one above by a key, says so, and separates them by the same key', async () => {
  focusItem(/^Two/u);
  await userEvent.keyboard('g');
  await expect.poll(grouped).toEqual(['Two']);
  await expect.element(item(/^Two In one item with the clip above/u)).toHaveFocus();
  await expect.element(page.getByText('2 clips grouped into one item.')).toBeVisible();
  await userEvent.keyboard('g');
  await expect.poll(grouped).toEqual([]);
  await undo();
  await expect.poll(grouped).toEqual(['Two']);
});

it('groups selected clips of several sections where the first of them is, with Undo', async () => {
  await item(/^One/u).click({ modifiers: ['Control'] });
  await item(/^Three/u).click({ modifiers: ['Control'] });
  await item(/^Four/u).click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'More for the selection' }).click();
  await page.getByRole('menuitem', { name: 'Group into one item' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Three, Four, Two', 'Trade: ']);
  expect(grouped()).toEqual(['Three', 'Four']);
  await undo();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two, Three', 'Trade: Four']);
  expect(grouped()).toEqual([]);
});

it('moves a group as one, past others and into another section, and a clip within its group', async () => {
  focusItem(/^Two/u);
  await userEvent.keyboard('g');
  await expect.poll(grouped).toEqual(['Two']);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Three, One, Two', 'Trade: Four']);
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Three, Two, One', 'Trade: Four']);
  expect(grouped()).toEqual(['One']);
  focusItem(/^Three/u);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Two, One, Three', 'Trade: Four']);
  focusItem(/^Two/u);
  await userEvent.keyboard('2');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Three', 'Trade: Four, Two, One']);
  expect(grouped()).toEqual(['One']);
});

it('is offered in the menu of a clip, but not of the first in its section', async () => {
  await item(/^Two/u).click();
  await chooseTool('Two', 'Group with the clip above');
  await expect.poll(grouped).toEqual(['Two']);
  await chooseTool('Two', 'Take out of the group');
  await expect.poll(grouped).toEqual([]);
  await item(/^One/u).click();
  await page.getByRole('button', { name: 'More for “One”' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Add a note below' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Group with the clip above' }).elements()).toEqual([]);
});

it('shows in the preview the headlines of a group before its comments', async () => {
  await item(/^Two/u).click();
  await chooseTool('Two', 'Group with the clip above');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect
    .poll(() => document.querySelector('.issue-preview')?.textContent ?? '')
    .toMatch(/One – .*Two – .*Three – /su);
});

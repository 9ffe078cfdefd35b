import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Database } from '../../src/storage/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'One', 'Diplomacy');
  await clip(database, 'Two', 'Diplomacy');
  await clip(database, 'Three', 'Trade');
  await clip(database, 'Four');
});

it('shows the issue with its sections, and the unsorted clips last', async () => {
  await showDesk(database);
  expect(readManuscript()).toEqual(['Diplomacy: One, Two', 'Trade: Three', 'Unsorted: Four']);
});

it.each([
  { from: 'Two', keys: '{ArrowUp}', moved: ['Diplomacy: Two, One', 'Trade: Three', 'Unsorted: Four'] },
  { from: 'One', keys: '{ArrowDown}', moved: ['Diplomacy: Two, One', 'Trade: Three', 'Unsorted: Four'] },
  { from: 'Two', keys: '{ArrowDown}', moved: ['Diplomacy: One', 'Trade: Two, Three', 'Unsorted: Four'] },
  { from: 'Three', keys: '{ArrowUp}', moved: ['Diplomacy: One, Two, Three', 'Trade: ', 'Unsorted: Four'] },
  { from: 'Four', keys: '{ArrowUp}', moved: ['Diplomacy: One, Two', 'Trade: Three, Four'] },
  {
    from: 'One',
    keys: '{ArrowDown}{ArrowDown}{ArrowDown}',
    moved: ['Diplomacy: Two', 'Trade: Three, One', 'Unsorted: Four'],
  },
])('moves $from by Alt with $keys, and the focus goes along', async ({ from, keys, moved }) => {
  await showDesk(database);
  const item = page.getByRole('treeitem', { name: `${from} The Daily` });
  (item.element() as HTMLElement).focus();
  for (const key of keys.match(/\{\w+\}/gu) ?? []) {
    const before = readManuscript().join();
    await userEvent.keyboard(`{Alt>}${key}{/Alt}`);
    await expect.poll(() => readManuscript().join()).not.toBe(before);
    await expect
      .poll(() => document.activeElement?.querySelector('.outline-headline')?.textContent)
      .toBe(from);
  }
  expect(readManuscript()).toEqual(moved);
});

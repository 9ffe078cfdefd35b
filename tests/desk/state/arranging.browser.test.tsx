import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Database } from '../../../src/storage/database/database';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, readManuscript, showDesk } from '../shown-desk';

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
])('moves $from by Alt with $keys, with the focus', async ({ from, keys, moved }) => {
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

it.each([
  {
    dragged: 'Three',
    target: 'One',
    edge: 'top',
    moved: ['Diplomacy: Three, One, Two', 'Trade: ', 'Unsorted: Four'],
  },
  {
    dragged: 'One',
    target: 'Three',
    edge: 'bottom',
    moved: ['Diplomacy: Two', 'Trade: Three, One', 'Unsorted: Four'],
  },
  {
    dragged: 'One',
    target: 'Two',
    edge: 'bottom',
    moved: ['Diplomacy: Two, One', 'Trade: Three', 'Unsorted: Four'],
  },
  {
    dragged: 'One',
    target: 'Trade',
    edge: 'top',
    moved: ['Diplomacy: Two', 'Trade: Three, One', 'Unsorted: Four'],
  },
  {
    dragged: 'Three',
    target: 'Unsorted',
    edge: 'top',
    moved: ['Diplomacy: One, Two', 'Trade: ', 'Unsorted: Four, Three'],
  },
  {
    dragged: 'Trade',
    target: 'Diplomacy',
    edge: 'top',
    moved: ['Trade: Three', 'Diplomacy: One, Two', 'Unsorted: Four'],
  },
] as const)('drags $dragged to the $edge of $target', async ({ dragged, target, edge, moved }) => {
  await showDesk(database);
  await line(dragged).dropTo(line(target), { targetPosition: { x: 40, y: edge === 'top' ? 3 : 30 } });
  await expect.poll(readManuscript).toEqual(moved);
});

it('files a clip by the number of a section, and the next one', async () => {
  await showDesk(database);
  (line('One').element() as HTMLElement).focus();
  await userEvent.keyboard('2');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Two', 'Trade: Three, One', 'Unsorted: Four']);
  await userEvent.keyboard('0');
  await expect.poll(readManuscript).toEqual(['Diplomacy: ', 'Trade: Three, One', 'Unsorted: Four, Two']);
});

it('moves a clip from its tools in the manuscript, and the focus stays with the tool', async () => {
  await showDesk(database);
  const tools = page.getByRole('article', { name: 'Two' });
  await tools.getByRole('button', { name: 'Move down' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One', 'Trade: Two, Three', 'Unsorted: Four']);
  await expect.element(tools.getByRole('button', { name: 'Move down' })).toHaveFocus();
  await tools.getByRole('button', { name: 'Move to section' }).click();
  await page.getByRole('menuitemradio', { name: 'Unsorted' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One', 'Trade: Three', 'Unsorted: Four, Two']);
  await expect.element(page.getByText('Unsorted, place 2 of 2')).toBeInTheDocument();
});

/** A line of the outline: a clip by its headline, a section by its title. */
function line(name: string) {
  return page.getByRole('treeitem').filter({ hasText: new RegExp(`^\\d?${name}`, 'u') });
}

it('folds a section by keys and by a click, and keeps it folded during a search', async () => {
  await showDesk(database);
  const section = page.getByRole('treeitem', { name: /Diplomacy/u });
  const one = page.getByRole('treeitem', { name: 'One The Daily' });
  (section.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(one).not.toBeInTheDocument();
  await expect.element(section).toHaveAttribute('aria-expanded', 'false');
  const search = page.getByRole('searchbox');
  await search.fill('Three');
  await expect.element(section).not.toBeInTheDocument();
  await search.clear();
  await expect.element(section).toHaveAttribute('aria-expanded', 'false');
  const mark = section.element().querySelector('.outline-fold');
  if (mark === null) throw new Error('Nothing to fold it with');
  await userEvent.click(mark);
  await expect.element(one).toBeVisible();
});

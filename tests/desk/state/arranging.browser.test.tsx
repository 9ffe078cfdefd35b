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

it('shows the issue with its sections, after the inbox', async () => {
  await showDesk(database);
  expect(readManuscript()).toEqual(['Inbox: Four', 'Diplomacy: One, Two', 'Trade: Three']);
});

it.each([
  { from: 'Two', keys: '{ArrowUp}', moved: ['Inbox: Four', 'Diplomacy: Two, One', 'Trade: Three'] },
  { from: 'One', keys: '{ArrowDown}', moved: ['Inbox: Four', 'Diplomacy: Two, One', 'Trade: Three'] },
  { from: 'Two', keys: '{ArrowDown}', moved: ['Inbox: Four', 'Diplomacy: One', 'Trade: Two, Three'] },
  { from: 'Three', keys: '{ArrowUp}', moved: ['Inbox: Four', 'Diplomacy: One, Two, Three', 'Trade: '] },
  { from: 'Four', keys: '{ArrowDown}', moved: ['Diplomacy: Four, One, Two', 'Trade: Three'] },
  { from: 'One', keys: '{ArrowUp}', moved: ['Inbox: Four, One', 'Diplomacy: Two', 'Trade: Three'] },
  {
    from: 'One',
    keys: '{ArrowDown}{ArrowDown}{ArrowDown}',
    moved: ['Inbox: Four', 'Diplomacy: Two', 'Trade: Three, One'],
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
    moved: ['Inbox: Four', 'Diplomacy: Three, One, Two', 'Trade: '],
  },
  {
    dragged: 'One',
    target: 'Three',
    edge: 'bottom',
    moved: ['Inbox: Four', 'Diplomacy: Two', 'Trade: Three, One'],
  },
  {
    dragged: 'One',
    target: 'Two',
    edge: 'bottom',
    moved: ['Inbox: Four', 'Diplomacy: Two, One', 'Trade: Three'],
  },
  {
    dragged: 'One',
    target: 'Trade',
    edge: 'top',
    moved: ['Inbox: Four', 'Diplomacy: Two', 'Trade: Three, One'],
  },
  {
    dragged: 'Three',
    target: 'Inbox',
    edge: 'top',
    moved: ['Inbox: Four, Three', 'Diplomacy: One, Two', 'Trade: '],
  },
  {
    dragged: 'Trade',
    target: 'Diplomacy',
    edge: 'top',
    moved: ['Inbox: Four', 'Trade: Three', 'Diplomacy: One, Two'],
  },
  {
    dragged: 'Trade',
    target: 'Four',
    edge: 'bottom',
    moved: ['Inbox: Four', 'Trade: Three', 'Diplomacy: One, Two'],
  },
  {
    dragged: 'Diplomacy',
    target: 'Three',
    edge: 'bottom',
    moved: ['Inbox: Four', 'Trade: Three', 'Diplomacy: One, Two'],
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
  await expect.poll(readManuscript).toEqual(['Inbox: Four', 'Diplomacy: Two', 'Trade: Three, One']);
  await userEvent.keyboard('0');
  await expect.poll(readManuscript).toEqual(['Inbox: Four, Two', 'Diplomacy: ', 'Trade: Three, One']);
});

it('moves a clip from its tools in the manuscript, and the focus stays with the tool', async () => {
  await showDesk(database);
  const tools = page.getByRole('article', { name: 'Two' });
  await tools.getByRole('button', { name: 'Move “Two”' }).click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Four', 'Diplomacy: One', 'Trade: Two, Three']);
  await expect.element(tools.getByRole('button', { name: 'Move “Two”' })).toHaveFocus();
  await tools.getByRole('button', { name: 'Move “Two”' }).click();
  await page.getByRole('menuitemradio', { name: 'Inbox' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Four, Two', 'Diplomacy: One', 'Trade: Three']);
  await expect.element(page.getByText('Inbox, place 2 of 2')).toBeInTheDocument();
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

import { beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import type { Database } from '../../src/storage/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk, writeProse } from './shown-desk';

const COUNT = 40;
const WORDS = 'It has *more* than one.';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  for (let place = 1; place <= COUNT; place += 1)
    await clip(database, `Part ${place}`, 'Diplomacy', { quotes: [{ id: `q${place}`, markdown: WORDS }] });
});

const last = () => page.getByRole('article', { name: `Part ${COUNT}`, exact: true });
const open = () => page.getByRole('treeitem', { name: `Part ${COUNT} The Daily` }).click();

it('has the words of a clip far down, and sets them when it is scrolled to', async () => {
  await showDesk(database);
  expect(last().element().textContent).toContain(WORDS);
  expect(last().element().querySelector('em')).toBeNull();
  last().element().scrollIntoView();
  await expect.poll(() => last().element().querySelector('em')?.textContent).toBe('more');
});

it('opens a clip far down from the outline, for editing where it stands', async () => {
  await showDesk(database);
  await open();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveFocus();
  await expect.element(page.getByLabelText('Headline', { exact: true })).toHaveValue(`Part ${COUNT}`);
});

it('reads the clip that is written, and none of the others', async () => {
  await showDesk(database);
  await open();
  const reads = vi.spyOn(IDBIndex.prototype, 'getAll');
  await writeProse('Comment', 'Striking.');
  await flushTextEdits();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect.element(page.getByRole('complementary').getByText('Striking.')).toBeInTheDocument();
  expect(reads).not.toHaveBeenCalled();
  reads.mockRestore();
});

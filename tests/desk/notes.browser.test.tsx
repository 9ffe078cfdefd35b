import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { chooseTool, clip, readManuscript, showDesk, writeProse } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'One', 'Diplomacy');
  await clip(database, 'Two', 'Diplomacy');
  await showDesk(database);
});

const item = (name: RegExp) => page.getByRole('treeitem', { name });
const note = () => page.getByRole('textbox', { name: 'Note', exact: true });
const printed = () =>
  [...document.querySelectorAll('.issue-preview p')].map(({ textContent }) => textContent).join('|');
const focusItem = (name: RegExp) => (item(name).element() as HTMLElement).focus();

it('is added below a clip by a key, edited in place, and printed there', async () => {
  focusItem(/^One/u);
  await userEvent.keyboard('n');
  await expect.element(note()).toHaveFocus();
  await userEvent.keyboard('A word **between**.');
  await flushTextEdits();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, A word between., Two']);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.poll(printed).toMatch(/\|One – .*\|A word between\.\|Two – /u);
});

it('is added below a clip by a key after the clip has been edited', async () => {
  await item(/^One/u).click();
  await writeProse('Comment', 'Striking.');
  await flushTextEdits();
  focusItem(/^One/u);
  await userEvent.keyboard('n');
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Note, Two']);
});

it('is moved, binned and restored like a clip', async () => {
  await item(/^Two/u).click();
  await chooseTool('One', 'Add a note below');
  await expect.element(note()).toHaveFocus();
  await writeProse('Note', 'Mine');
  await flushTextEdits();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Mine, Two']);
  focusItem(/^Mine/u);
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Mine, One, Two']);
  await userEvent.keyboard('{Delete}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two']);
  const undo = page.getByRole('button', { name: /^Undo:/u });
  await undo.click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Mine, One, Two']);
  await undo.click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Mine, Two']);
});

it('is undone as a whole, and comes first below a section’s title if that has the focus', async () => {
  focusItem(/Diplomacy/u);
  await userEvent.keyboard('n');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Note, One, Two']);
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two']);
  await page.getByRole('button', { name: /^Redo:/u }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Note, One, Two']);
});

it.each([
  { edge: 'above', y: 3, order: 'Diplomacy: Mine, One, Two' },
  { edge: 'below', y: 30, order: 'Diplomacy: One, Mine, Two' },
])('is dragged $edge a clip, and clips are dragged past it', async ({ y, order }) => {
  focusItem(/^Two/u);
  await userEvent.keyboard('n');
  await expect.element(note()).toHaveFocus();
  await writeProse('Note', 'Mine');
  await flushTextEdits();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two, Mine']);
  await item(/^Mine/u).dropTo(item(/^One/u), { targetPosition: { x: 40, y } });
  await expect.poll(readManuscript).toEqual([order]);
  await item(/^Two/u).dropTo(item(/^Mine/u), { targetPosition: { x: 40, y: 3 } });
  await expect.poll(readManuscript).toEqual([order.replace(', Two', '').replace('Mine', 'Two, Mine')]);
});

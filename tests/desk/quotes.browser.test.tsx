import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import { readClip } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

let database: Database;
let id: string;
beforeEach(async () => {
  database = await openFreshDatabase();
  id = await clip(database, 'Talks', 'Diplomacy', {
    quotes: [
      { id: 'a', markdown: 'The talks **will** go on.' },
      { id: 'b', markdown: 'In March.' },
    ],
  });
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
});

const quote = (number: number, of = 2) =>
  page.getByRole('textbox', { name: `Quote ${number} of ${of}`, exact: true });
const storedQuotes = async () => {
  await flushTextEdits();
  return (await readClip(database, id))?.quotes.map(({ markdown }) => markdown);
};
const choose = async (number: number, item: string) => {
  await page.getByRole('button', { name: `Quote ${number}: order and parts` }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** Clicks right before a word of the quote that is at rest. */
async function clickBefore(selector: string): Promise<void> {
  const word = document.querySelector(`[data-part=a] ${selector}`);
  if (word === null) throw new Error('no such word');
  await userEvent.click(word, { position: { x: 1, y: 6 } });
}

it('cuts the words that are selected, and puts … in their place', async () => {
  await userEvent.dblClick(document.querySelector('[data-part=a] strong') ?? document.body);
  await expect.element(quote(1)).toHaveFocus();
  await page.getByRole('button', { name: 'Cut words' }).click();
  expect(await storedQuotes()).toEqual(['The talks … go on.', 'In March.']);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(await storedQuotes()).toEqual(['The talks **will** go on.', 'In March.']);
});

it('splits a quote at the cursor by key, and joins two', async () => {
  await clickBefore('strong');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(storedQuotes).toEqual(['The talks', '**will** go on.', 'In March.']);
  await expect.element(quote(1, 3)).toHaveTextContent(/^The talks$/u);
  await choose(2, 'Join with the next quote');
  await expect.poll(storedQuotes).toEqual(['The talks', '**will** go on.\n\nIn March.']);
});

it('moves a quote against the order of the article, with Undo', async () => {
  await choose(1, 'Move down');
  await expect.poll(storedQuotes).toEqual(['In March.', 'The talks **will** go on.']);
  expect((await readClip(database, id))?.quotes.every((each) => each.isPlaced)).toBe(true);
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(storedQuotes).toEqual(['The talks **will** go on.', 'In March.']);
});

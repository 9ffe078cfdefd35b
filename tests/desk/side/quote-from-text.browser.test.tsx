import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Quote } from '../../../src/news/quote';
import { readClip } from '../../../src/storage/clip-lookup';
import type { Database } from '../../../src/storage/database/database';
import { publishIssue } from '../../../src/storage/publishing';
import { printForms } from '../../../src/newsletter/printed-forms';
import { saveSnapshot } from '../../../src/storage/snapshots';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, showDesk } from '../shown-desk';

const TEXT = [
  'The ministers met on *Monday* in [Geneva](https://daily.example/geneva).',
  'They agreed on little.',
  '- First point of theirs\n- Second point of theirs',
  'The talks go on in March.',
].join('\n\n');

/** A quote as the page gave it: its position is that in the page, not in the saved text. */
const captured = (exact: string, prefix: string, suffix: string): Quote => ({
  id: crypto.randomUUID(),
  markdown: exact,
  textQuote: { exact, prefix, suffix },
  textPosition: { start: 4_000, end: 4_000 + exact.length },
});

async function openSavedText(quotes: Quote[] = []): Promise<{ database: Database; id: string }> {
  const database = await openFreshDatabase();
  const id = await clip(database, 'Talks', 'Diplomacy', { quotes });
  await saveSnapshot(database, id, { text: TEXT });
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByRole('button', { name: 'Saved text of the page' }).click();
  await expect.element(savedText()).toHaveTextContent('The talks go on in March.');
  return { database, id };
}

const savedText = () => page.getByRole('region', { name: 'Saved text' });
const quoteButton = () => page.getByRole('button', { name: 'Quote the selection' });

/** Selects from one words to others, as dragging over them does. */
function select(from: string, to = from): void {
  const root = savedText().element();
  const [start, end] = [pointOf(root, from), pointOf(root, to)];
  document.getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at + to.length);
}

function pointOf(root: Element, words: string): { node: Text; at: number } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at !== -1) return { node, at };
  }
  throw new Error(`no ${words}`);
}

async function storedQuotes({ database, id }: { database: Database; id: string }): Promise<Quote[]> {
  return (await readClip(database, id))?.quotes ?? [];
}
const words = async (of: { database: Database; id: string }) =>
  (await storedQuotes(of)).map(({ markdown }) => markdown);

it('makes a quote of the selected words, with links, emphasis and where it stands', async () => {
  const opened = await openSavedText();
  await expect.element(quoteButton()).toBeDisabled();
  select('ministers', 'Geneva');
  await quoteButton().click();
  await expect
    .poll(() => words(opened))
    .toEqual(['ministers met on *Monday* in [Geneva](https://daily.example/geneva)']);
  const [quote] = await storedQuotes(opened);
  expect(quote?.textQuote).toMatchObject({
    exact: 'ministers met on Monday in Geneva',
    prefix: 'The ',
    suffix: expect.stringMatching(/^\.\s+They agreed on little\./u) as unknown,
  });
  expect(quote?.textPosition).toEqual({ start: 4, end: 37 });
  await expect.element(page.getByText('Added as quote 1 of 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(() => words(opened)).toEqual([]);
});

it('keeps several paragraphs and the points of a list, by the key Q', async () => {
  const opened = await openSavedText();
  savedText().element().focus();
  select('agreed', 'go on');
  await userEvent.keyboard('q');
  await expect
    .poll(() => words(opened))
    .toEqual(['agreed on little.\n\n- First point of theirs\n- Second point of theirs\n\nThe talks go on']);
  await expect.element(page.getByText('Added as quote 1 of 1.')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => words(opened)).toEqual([]);
});

it('puts the quote in the order of the text', async () => {
  const opened = await openSavedText([
    captured('The ministers met', '', ' on Monday in Geneva.'),
    captured('The talks go on', 'point of theirs', ' in March.'),
  ]);
  select('They agreed on little');
  await quoteButton().click();
  await expect
    .poll(() => words(opened))
    .toEqual(['The ministers met', 'They agreed on little', 'The talks go on']);
  await expect.element(page.getByText('Added as quote 2 of 3.')).toBeVisible();
  const places = (await storedQuotes(opened)).map(({ textPosition }) => textPosition?.start);
  expect([places[0], places[2]]).toEqual([4_000, 4_000]);
});

it('joins words that overlap a quote, and makes no second quote of the same words', async () => {
  const opened = await openSavedText([captured('The talks go on', 'point of theirs', ' in March.')]);
  select('go on in March');
  await quoteButton().click();
  await expect.poll(() => words(opened)).toEqual(['The talks go on in March']);
  select('talks go on');
  await quoteButton().click();
  await expect.element(page.getByText('These words are already quoted.')).toBeVisible();
  expect(await words(opened)).toEqual(['The talks go on in March']);
});

it('quotes nothing for a published issue', async () => {
  const { database } = await openSavedText();
  await page.getByRole('button', { name: 'Close' }).first().click();
  const { issueId = '' } = (await database.getAll('clips'))[0] ?? {};
  await publishIssue(database, issueId, printForms);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByRole('button', { name: 'Saved text of the page' }).click();
  await expect.element(savedText()).toHaveTextContent('The talks go on in March.');
  await expect.element(quoteButton()).not.toBeInTheDocument();
});

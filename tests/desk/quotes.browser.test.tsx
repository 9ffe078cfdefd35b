import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import { readClip } from '../../src/storage/clip-lookup';
import { changeClip } from '../storage/changed-clip';
import type { Database } from '../../src/storage/database/database';
import { saveSnapshot } from '../../src/storage/snapshots';
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

/** Clicks right before a word of a quote whose editor is not open. */
async function clickBefore(selector: string): Promise<void> {
  const word = document.querySelector(`[data-part=a] ${selector}`);
  if (word === null) throw new Error('no such word');
  await userEvent.click(word, { position: { x: 1, y: 6 } });
}

it('replaces the selected words by …', async () => {
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

const selectors = {
  textQuote: { exact: 'The talks will go on.', prefix: '', suffix: '' },
  textPosition: { start: 0, end: 21 },
};
const bracketKey = '{Control>}{Shift>},{/Shift}{/Control}';

it('replaces selected words by an editor’s words in brackets, which are not a link', async () => {
  await changeClip(database, id, (stored) => ({
    ...stored,
    quotes: stored.quotes.map((each) => (each.id === 'a' ? { ...each, ...selectors } : each)),
  }));
  await userEvent.dblClick(document.querySelector('[data-part=a] strong') ?? document.body);
  await page.getByRole('button', { name: 'Editor’s brackets' }).click();
  await userEvent.keyboard('may{ArrowRight}(they say)');
  expect(await storedQuotes()).toEqual(['The talks \\[**may**]\\(they say) go on.', 'In March.']);
  const [first] = (await readClip(database, id))?.quotes ?? [];
  expect(first).toMatchObject({ ...selectors, isEdited: true });
});

it('writes in new brackets by keyboard only, and leaves them by the closing key', async () => {
  await quote(2).click();
  await userEvent.keyboard(`{Control>}{End}{/Control} ${bracketKey}2027${bracketKey}, then.`);
  expect(await storedQuotes()).toEqual(['The talks **will** go on.', 'In March. \\[2027], then.']);
});

it('removes brackets around the words that are selected in them', async () => {
  await userEvent.dblClick(document.querySelector('[data-part=a] strong') ?? document.body);
  await userEvent.keyboard(bracketKey);
  expect(await storedQuotes()).toEqual(['The talks \\[**will**] go on.', 'In March.']);
  await userEvent.keyboard(bracketKey);
  expect(await storedQuotes()).toEqual(['The talks **will** go on.', 'In March.']);
});

it('names the speaker and adds a translation by keyboard; both are kept, in their language, with Undo', async () => {
  await page.getByRole('button', { name: 'Quote 1: order and parts' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Speaker of quote 1' })).toHaveFocus();
  await userEvent.keyboard('Minister Linn');
  await choose(1, 'Add a translation');
  const translation = page.getByRole('textbox', { name: 'Translation of quote 1' });
  await expect.element(translation).toHaveFocus();
  await userEvent.keyboard('Die Gespräche **gehen** weiter.');
  await flushTextEdits();
  const stored = async () => (await readClip(database, id))?.quotes[0];
  expect(await stored()).toMatchObject({
    markdown: 'The talks **will** go on.',
    speaker: 'Minister Linn',
    translation: 'Die Gespräche **gehen** weiter.',
    isEdited: true,
  });
  expect(translation.element().closest('[lang]')?.getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(async () => (await stored())?.translation).toBeUndefined();
  await expect.poll(async () => (await stored())?.speaker).toBe('Minister Linn');
});

it('shows speaker and translation where the clip is read, and opens each by a click', async () => {
  await clip(database, 'Rates', 'Diplomacy', {
    quotes: [{ id: 'r', markdown: '晚了。', speaker: '林德', translation: 'It is late.' }],
  });
  const translation = page.getByText('It is late.').first();
  await translation.click();
  await expect.element(page.getByRole('textbox', { name: 'Translation of quote 1' })).toHaveFocus();
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByText('林德', { exact: true }).first().click();
  await expect.element(page.getByRole('textbox', { name: 'Speaker of quote 1' })).toHaveFocus();
});

it('prints of a translated quote what the clip says, otherwise what the house style says', async () => {
  await choose(1, 'Add a translation');
  await userEvent.keyboard('Weiter.');
  await flushTextEdits();
  const turnTo = (side: string) => page.getByRole('button', { name: side, exact: true }).click();
  const printed = () => document.querySelector('.issue-preview blockquote')?.textContent;
  await turnTo('Preview');
  await expect.poll(printed).toMatch(/will go on.*Weiter\./su);
  await turnTo('Clip');
  await page.getByLabelText('Quotes', { exact: true }).selectOptions('In translation');
  await turnTo('Preview');
  await expect.poll(printed).toMatch(/^\s*Weiter\./u);
});

it('links to a quote in its article if the saved text identifies it, and only there', async () => {
  const selector = { textQuote: { exact: 'The talks, they say, will go on.', prefix: '', suffix: '' } };
  const repeated = { textQuote: { exact: 'In March.', prefix: '', suffix: '' } };
  await changeClip(database, id, (stored) => ({
    ...stored,
    quotes: stored.quotes.map((each) => ({ ...each, ...(each.id === 'a' ? selector : repeated) })),
  }));
  const kept = '# In March.\n\nOn Monday. The *talks*, they say, will go on.\n\nIn March.';
  await saveSnapshot(database, id, { text: kept });
  await clip(database, 'Rates', 'Diplomacy');
  await page.getByRole('treeitem', { name: /^Rates/u }).click();
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  const link = page.getByRole('link', { name: 'Show quote 1 in the article' });
  await expect
    .element(link)
    .toHaveAttribute(
      'href',
      'https://daily.example/Talks#:~:text=The%20talks%2C%20they%20say%2C%20will%20go%20on',
    );
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(page.getByRole('link', { name: 'Show quote 2 in the article' }).elements()).toHaveLength(0);
});

it("links to a quote with the page's own link, without a saved text, and to cells of a saved table", async () => {
  const selector = (exact: string) => ({ textQuote: { exact, prefix: '', suffix: '' } });
  await changeClip(database, id, (stored) => ({
    ...stored,
    quotes: stored.quotes.map((each) => ({
      ...each,
      ...(each.id === 'a' ? { fragment: ':~:text=say-,they' } : selector('Mervia12 in all')),
    })),
  }));
  await saveSnapshot(database, id, { text: 'Port\u2003Ships\n\nMervia\u200312 in all' });
  await clip(database, 'Rates', 'Diplomacy');
  await page.getByRole('treeitem', { name: /^Rates/u }).click();
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  const address = (place: number) =>
    expect.element(page.getByRole('link', { name: `Show quote ${place} in the article` }));
  await address(1).toHaveAttribute('href', 'https://daily.example/Talks#:~:text=say-,they');
  await address(2).toHaveAttribute('href', 'https://daily.example/Talks#:~:text=Mervia,12%20in%20all');
});

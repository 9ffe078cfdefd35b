import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Clip } from '../../../src/news/clip';
import type { Database } from '../../../src/storage/database/database';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { startNewIssue } from '../../../src/storage/new-issue';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, showDesk } from '../shown-desk';

const form = () => page.getByRole('dialog', { name: 'Add a clip' });
const field = (name: string) => form().getByLabelText(name, { exact: true });
const add = () => form().getByRole('button', { name: 'Add a clip' });

/** Pastes where the focus is. */
function paste(content: { text?: string; html?: string }): void {
  const clipboardData = new DataTransfer();
  if (content.text !== undefined) clipboardData.setData('text/plain', content.text);
  if (content.html !== undefined) clipboardData.setData('text/html', content.html);
  (document.activeElement ?? document.body).dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
}

async function clips(database: Database): Promise<Clip[]> {
  const stored = await database.getAllFromIndex('clips', 'clippedAt');
  return stored.filter(({ binnedAt }) => binnedAt === undefined);
}

async function showDeskWith(...headlines: string[]): Promise<Database> {
  const database = await openFreshDatabase();
  for (const headline of headlines) await clip(database, headline, 'Diplomacy', { quotes: [] });
  await showDesk(database);
  return database;
}

it('makes a clip of a pasted address and a typed headline, in the section where the focus is', async () => {
  const database = await showDeskWith('Talks');
  await page.getByRole('treeitem', { name: /^1/u }).click();
  await userEvent.keyboard('{Escape}');
  paste({ text: 'https://www.reuters.com/world/story?utm_source=x' });
  await expect.element(field('Headline')).toHaveFocus();
  await expect.element(field('Outlet')).toHaveValue('Reuters');
  await userEvent.keyboard('Ports close{Enter}');
  await expect.element(page.getByRole('treeitem', { name: 'Ports close Reuters' })).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Comment', exact: true })).toHaveFocus();
  const [, added] = await clips(database);
  const { sections } = await readCurrentIssue(database);
  expect(added).toMatchObject({
    headline: 'Ports close',
    outlet: 'Reuters',
    address: 'https://www.reuters.com/world/story',
    articleKey: 'reuters.com/world/story',
    sectionId: sections[0]?.id,
    quotes: [],
  });
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(async () => (await clips(database)).length).toBe(1);
});

it('finds title, link and passage in pasted HTML, and treats them like a page’s', async () => {
  const database = await showDeskWith('Talks');
  paste({
    html: '<h1><a href="https://site.example/a?utm_campaign=b" onclick="x()">Ports <i>close</i></a></h1><p>The ports <b>close</b> in May.<script>bad()</script></p><p>All <a href="javascript:x">of</a> them.</p>',
    text: 'Ports close The ports close in May.',
  });
  await expect.element(field('Headline')).toHaveValue('Ports close');
  await expect.element(field('Address')).toHaveValue('https://site.example/a?utm_campaign=b');
  await expect.element(field('Quote')).toHaveValue('The ports **close** in May.\n\nAll of them.');
  await expect.element(add()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await clips(database)).length).toBe(2);
  expect((await clips(database))[1]).toMatchObject({
    address: 'https://site.example/a',
    quotes: [{ markdown: 'The ports **close** in May.\n\nAll of them.' }],
  });
});

it('finds the headline, the link and the passage in pasted text', async () => {
  await showDeskWith('Talks');
  paste({ text: 'Ports close\nThe ports close in May, *all* of them.\n\nhttps://site.example/a.' });
  await expect.element(field('Headline')).toHaveValue('Ports close');
  await expect.element(field('Address')).toHaveValue('https://site.example/a');
  await expect.element(field('Quote')).toHaveValue('The ports close in May, \\*all\\* of them.');
});

it.each([
  ['text', { text: `Ports close\n${'`a '.repeat(50_000)}` }],
  ['HTML', { html: `<h1>Ports close</h1><p>${'The ports close. '.repeat(9_000)}</p>`, text: 'Ports close' }],
])('takes only the beginning of very long pasted %s, and says so', async (_, content) => {
  await showDeskWith('Talks');
  paste(content);
  await expect.element(field('Headline')).toHaveValue('Ports close');
  await expect.element(page.getByText(/Only its beginning was pasted/u)).toBeInTheDocument();
  const quote = field('Quote').element() as HTMLTextAreaElement;
  expect(quote.value.length).toBeLessThanOrEqual(100_000);
});

it('leads to the clip of an address that is there already, and adds the quote to it', async () => {
  const database = await showDeskWith('Talks', 'Trade');
  paste({ text: 'Other title\nThey agreed on little.\nhttps://daily.example/Talks?utm_source=y' });
  await expect.element(form().getByText('This article is already clipped: “Talks”.')).toBeVisible();
  await form().getByRole('button', { name: 'Add to that clip' }).click();
  await expect
    .poll(async () => (await clips(database))[0]?.quotes[0]?.markdown)
    .toBe('They agreed on little.');
  expect((await clips(database)).map(({ headline }) => headline)).toEqual(['Talks', 'Trade']);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(async () => (await clips(database))[0]?.quotes).toEqual([]);
  paste({ text: 'https://m.daily.example/Trade' });
  await form().getByRole('button', { name: 'Open that clip' }).click();
  await expect.element(page.getByRole('heading', { name: 'Trade', level: 2 })).toBeVisible();
  await expect.element(form()).not.toBeInTheDocument();
});

it('adds a clip by hand with the button, and keeps what was typed when it is closed', async () => {
  const database = await showDeskWith();
  await page.getByRole('button', { name: 'Add a clip' }).click();
  await expect.element(field('Address')).toHaveFocus();
  await expect.element(add()).toBeDisabled();
  await field('Headline').fill('A paper report');
  await userEvent.keyboard('{Escape}');
  await expect.element(form()).not.toBeInTheDocument();
  await userEvent.keyboard('a');
  await expect.element(field('Headline')).toHaveValue('A paper report');
  await field('Address').fill('no address');
  await expect.element(form().getByText(/^Not a web address/u)).toBeVisible();
  await field('Address').fill('');
  await field('Date').fill('2023-02-20');
  await add().click();
  await expect
    .poll(() => clips(database))
    .toMatchObject([{ headline: 'A paper report', publishedOn: '2023-02-20' }]);
});

it('puts the clip into the draft on the desk, also if another one is current', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  const first = await readCurrentIssue(database);
  await startNewIssue(database);
  const desk = await showDesk(database);
  await desk.showIssue(first.id);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByRole('button', { name: 'Add a clip' }).click();
  await field('Headline').fill('Ports close');
  await add().click();
  await expect
    .poll(async () => (await clips(database)).map(({ issueId }) => issueId))
    .toEqual([first.id, first.id]);
});

it('leaves pasting in fields alone', async () => {
  await showDeskWith('Talks');
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByRole('textbox', { name: 'Headline', exact: true }).click();
  paste({ text: 'https://site.example/a' });
  await expect.element(form()).not.toBeInTheDocument();
});

import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readClip, readClipsOfIssue } from '../../../src/storage/clip-lookup';
import type { Database } from '../../../src/storage/database/database';
import { readIssues } from '../../../src/storage/issue-lookup';
import { makeCurrent } from '../../../src/storage/newsletters';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import { openFreshDatabase } from '../../storage/fresh-database';
import { changeClip } from '../../storage/changed-clip';
import { clip, clipOfDay, openComment, openIssue, readManuscript, showDesk } from '../shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
});

const undo = () => userEvent.keyboard('{Control>}z{/Control}');
const redo = () => userEvent.keyboard('{Control>}y{/Control}');
const field = (label: string) => page.getByLabelText(label, { exact: true });
const line = (headline: string) => page.getByRole('treeitem', { name: new RegExp(`^${headline}`, 'u') });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const countIssues = async () => (await readIssues(database)).length;

// Each key is one step of the field's own Undo, however slow the machine is.
it('undoes earlier actions by key, wherever the cursor is, while nothing has been typed there', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  const comment = async () => (await readClip(database, id))?.comment;
  await showDesk(database);
  await openComment('Talks');
  await userEvent.keyboard('!');
  await field('Subtitle').click();
  await userEvent.keyboard('E');
  await expect.poll(async () => (await readCurrentIssue(database)).subtitle).toBe('E');
  await undo();
  await expect.element(field('Subtitle')).toHaveValue('');
  expect(await comment()).toBe('!');
  await page.getByRole('textbox', { name: 'Introduction', exact: true }).click();
  await undo();
  await expect.poll(comment).toBeUndefined();
  await redo();
  await expect.poll(comment).toBe('!');
});

it('undoes by key first the text of a field, then earlier actions, and redoes them in that order', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  const subtitle = async () => (await readCurrentIssue(database)).subtitle;
  const isBinned = async () => (await readClip(database, id))?.binnedAt !== undefined;
  await showDesk(database);
  await line('Talks').click();
  await userEvent.keyboard('{Escape}{Delete}');
  await field('Subtitle').click();
  await userEvent.keyboard('E');
  await expect.poll(subtitle).toBe('E');
  await undo();
  await expect.poll(subtitle).toBeUndefined();
  expect(await isBinned()).toBe(true);
  await undo();
  await expect.poll(isBinned).toBe(false);
  await expect.element(page.getByText(/^Undone: .*Talks.*bin/u)).toBeVisible();
  await expect.element(field('Subtitle')).toHaveFocus();
  await redo();
  await expect.poll(isBinned).toBe(true);
  await redo();
  await expect.poll(subtitle).toBe('E');
});

it('undoes by key first formatted text, then earlier actions, and redoes them in that order', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy', { comment: '__Old__ words.' });
  const other = await clip(database, 'Trade', 'Diplomacy');
  const comment = async () => (await readClip(database, id))?.comment;
  const isBinned = async () => (await readClip(database, other))?.binnedAt !== undefined;
  await showDesk(database);
  await line('Trade').click();
  await userEvent.keyboard('{Escape}{Delete}');
  await openComment('Talks');
  await userEvent.keyboard('!');
  await expect.poll(comment).toMatch(/!$/u);
  await undo();
  await expect.poll(comment).toBe('__Old__ words.');
  expect(await isBinned()).toBe(true);
  await undo();
  await expect.poll(isBinned).toBe(false);
  await redo();
  await expect.poll(isBinned).toBe(true);
  await redo();
  await expect.poll(comment).toMatch(/!$/u);
  await expect.element(page.getByRole('textbox', { name: 'Comment', exact: true })).toHaveFocus();
});

it('scrolls to what is undone, and leaves the focus where it is', async () => {
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
    await clip(database, name, 'Diplomacy', { dek: 'Long words. '.repeat(60) });
  await showDesk(database);
  await field('Subtitle').click();
  await userEvent.keyboard('Early');
  await line('Six').click();
  await expect.element(field('Subtitle')).not.toBeInViewport();
  await userEvent.keyboard('{Escape}');
  await undo();
  await expect.element(field('Subtitle')).toHaveValue('');
  await expect.element(field('Subtitle')).toBeInViewport();
  await expect.element(line('Six')).toHaveFocus();
});

it('undoes by key a section that was just added from its field', async () => {
  await showDesk(database);
  await field('New section').fill('Trade');
  await userEvent.keyboard('{Enter}');
  await expect.poll(readManuscript).toEqual(['Trade: ']);
  await undo();
  await expect.poll(readManuscript).toEqual([]);
});

it('undoes by key the splitting of a quote', async () => {
  const quote = { id: 'a', markdown: 'One. **Two.**' };
  const id = await clip(database, 'Talks', 'Diplomacy', { quotes: [quote] });
  const quotes = async () => (await readClip(database, id))?.quotes.map(({ markdown }) => markdown);
  await showDesk(database);
  await line('Talks').click();
  const word = document.querySelector('[data-part=a] strong');
  if (word !== null) await userEvent.click(word, { position: { x: 1, y: 6 } });
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(quotes).toEqual(['One.', '**Two.**']);
  await expect.element(page.getByRole('textbox', { name: 'Quote 1 of 2' })).toHaveTextContent(/^One\.$/u);
  await undo();
  await expect.poll(quotes).toEqual(['One. **Two.**']);
});

it('undoes a new issue by key after what was written in it, and redoes it', async () => {
  await clip(database, 'Sorted', 'Diplomacy');
  await showDesk(database);
  await button('New issue').click();
  await expect.poll(readManuscript).toEqual([]);
  const { id } = await readCurrentIssue(database);
  await field('Title of the issue').fill('Next');
  await expect.poll(async () => (await readCurrentIssue(database)).title).toBe('Next');
  await button(/^Undo: Title/u).click();
  await expect.element(field('Title of the issue')).toHaveValue('');
  await undo();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Sorted']);
  expect(await countIssues()).toBe(1);
  await redo();
  await expect.poll(readManuscript).toEqual([]);
  expect((await readCurrentIssue(database)).id).toBe(id);
  await redo();
  await expect.element(field('Title of the issue')).toHaveValue('Next');
});

it('opens the issue in which something was done before it undoes it', async () => {
  await clip(database, 'Sorted', 'Diplomacy');
  await showDesk(database);
  await button('New issue').click();
  await openIssue(/1 clip\b/u);
  await button('Mark as published').click();
  await expect.element(page.getByText('Published', { exact: true })).toBeVisible();
  await button('Go to the current draft').click();
  await expect.element(page.getByText(/kept as it was/u)).not.toBeInTheDocument();
  await undo();
  await expect.element(page.getByText('Next to undo here: Issue marked as published.')).toBeVisible();
  await expect.element(button('Correct this issue…')).toBeVisible();
  await undo();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Sorted']);
  expect((await readIssues(database)).map(({ publication }) => publication)).toEqual([undefined, undefined]);
});

it('stops before it takes back what was published, and does so at the next key', async () => {
  await clip(database, 'Sorted', 'Diplomacy');
  await showDesk(database);
  await button('Mark as published').click();
  await expect.element(button('Correct this issue…')).toBeVisible();
  await button('New issue').click();
  await expect.element(page.getByText('New clips go here')).toBeVisible();
  await undo();
  await expect.poll(countIssues).toBe(1);
  await undo();
  await expect.element(page.getByText('Next to undo here: Issue marked as published.')).toBeVisible();
  const isPublished = async () => (await readIssues(database))[0]?.publication !== undefined;
  expect(await isPublished()).toBe(true);
  await undo();
  await expect.poll(isPublished).toBe(false);
  await redo();
  await expect.poll(isPublished).toBe(true);
  await redo();
  await expect.poll(countIssues).toBe(2);
});

it('names each action that it cannot undo, and goes on to the one before', async () => {
  const ids = [await clip(database, 'One', 'Diplomacy'), await clip(database, 'Two', 'Diplomacy')];
  const three = await clip(database, 'Three', 'Diplomacy');
  await showDesk(database);
  for (const name of ['Three', 'One', 'Two']) {
    await line(name).click();
    await userEvent.keyboard('{Delete}');
    await expect.element(line(name)).not.toBeInTheDocument();
  }
  for (const id of ids)
    await changeClip(database, id, (stored) => ({ ...stored, binnedAt: '2026-11-01T00:00:00.000Z' }));
  for (const name of ['Two', 'One']) {
    await undo();
    await expect
      .element(page.getByText(new RegExp(`^Changed since, so it stays as it is: .*${name}`, 'u')))
      .toBeVisible();
  }
  await undo();
  await expect.poll(async () => (await readClip(database, three))?.binnedAt).toBeUndefined();
});

it('undoes by key the emptying of the bin, then restores the clip', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
  await line('Talks').click();
  await userEvent.keyboard('{Escape}{Delete}');
  await button('Bin (1)').click();
  await button('Empty the bin').click();
  await expect.element(page.getByText(/^Bin emptied/u)).toBeVisible();
  expect(await readClip(database, id)).toBeUndefined();
  await undo();
  await expect.poll(async () => (await readClip(database, id))?.binnedAt).toBeDefined();
  await expect.element(button(/^Bring back/u)).not.toBeInTheDocument();
  await undo();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks']);
  await redo();
  await redo();
  await expect.poll(() => readClip(database, id)).toBeUndefined();
});

it('offers no Undo in a message about something that was not done last', async () => {
  await clip(database, 'One', 'Diplomacy');
  await clip(database, 'Two', 'Diplomacy');
  await clip(database, 'Three', 'Diplomacy');
  await showDesk(database);
  await line('One').click();
  await userEvent.keyboard('{Escape}{Delete}');
  await expect.element(line('Two')).toHaveFocus();
  await expect.element(button('Undo')).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Three, Two']);
  await expect.element(button('Undo')).not.toBeInTheDocument();
});

it('does not undo a draft of a period into which something has been clipped since', async () => {
  await clipOfDay(database, '2026-11-12', 'Within');
  await showDesk(database);
  await page.getByText('Days: all').click();
  await field('From').fill('2026-11-11');
  await button('Make a draft of these clips').click();
  await expect.poll(countIssues).toBe(2);
  const [draft] = await readIssues(database);
  await makeCurrent(database, draft?.id ?? '');
  const late = await clip(database, 'Late', 'Trade');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText(/^Changed since, so it stays as it is: /u)).toBeVisible();
  expect(await countIssues()).toBe(2);
  const { id } = await readCurrentIssue(database);
  expect((await readClipsOfIssue(database, id)).map((each) => each.id)).toContain(late);
});

it('redoes the draft of a period', async () => {
  await clipOfDay(database, '2026-11-12', 'Within');
  await showDesk(database);
  await page.getByText('Days: all').click();
  await field('From').fill('2026-11-11');
  await button('Make a draft of these clips').click();
  await expect.element(page.getByText(/^New draft for/u)).toBeVisible();
  await expect.poll(() => document.activeElement?.role).toBe('treeitem');
  await undo();
  await expect.poll(countIssues).toBe(1);
  await redo();
  await expect.poll(countIssues).toBe(2);
  const [draft] = await readIssues(database);
  const copies = await readClipsOfIssue(database, draft?.id ?? '');
  expect(copies.map(({ headline }) => headline)).toEqual(['Within']);
});

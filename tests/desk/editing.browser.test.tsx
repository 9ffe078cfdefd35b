import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../desk/state/text-edit';
import { readClip } from '../../src/storage/clip-lookup';
import { changeClip } from '../storage/changed-clip';
import type { Database } from '../../src/storage/database/database';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, readManuscript, showDesk, writeProse } from './shown-desk';

let database: Database;
let id: string;
beforeEach(async () => {
  database = await openFreshDatabase();
  id = await clip(database, 'Talks', 'Diplomacy');
});

const open = (name: string) => page.getByRole('treeitem', { name: `${name} The Daily` }).click();
const field = (label: string) => page.getByLabelText(label, { exact: true });

it('saves what is typed, without the space that the next word waits for', async () => {
  await showDesk(database);
  await open('Talks');
  await field('Headline').fill('Talks fail ');
  await expect.poll(async () => (await readClip(database, id))?.headline).toBe('Talks fail');
  await expect.element(field('Headline')).toHaveValue('Talks fail ');
  await userEvent.tab();
  await expect.element(field('Headline')).toHaveValue('Talks fail');
});

it('saves the last letters when the page is left at once', async () => {
  await showDesk(database);
  await open('Talks');
  await writeProse('Comment', 'Striking.');
  await flushTextEdits();
  expect((await readClip(database, id))?.comment).toBe('Striking.');
});

it('goes back to the outline by Escape, and on by the arrows', async () => {
  await clip(database, 'Tariffs', 'Diplomacy');
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).dblClick();
  await expect.element(field('Headline')).toHaveFocus();
  await userEvent.keyboard('{Escape}{ArrowDown}{Enter}');
  await expect.element(field('Comment')).toHaveFocus();
  await expect.element(field('Headline')).toHaveValue('Tariffs');
});

it('reaches the comment of a clip from its line by one key, and goes back by another', async () => {
  await showDesk(database);
  const line = page.getByRole('treeitem', { name: /^Talks/u });
  for (const key of ['{Enter}', 'c']) {
    (line.element() as HTMLElement).focus();
    await userEvent.keyboard(key);
    await expect.element(field('Comment')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(line).toHaveFocus();
  }
});

it('goes back to the outline from the titles of a section and of the issue by Escape', async () => {
  await showDesk(database);
  await field('Title of section 1').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('treeitem', { name: /Diplomacy/u })).toHaveFocus();
  await field('Title of the issue').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('treeitem', { name: /Diplomacy/u })).toHaveFocus();
});

it('keeps in the field what cannot be saved, says so, and saves it at the next letter', async () => {
  await showDesk(database);
  await open('Talks');
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  await writeProse('Comment', 'Striking');
  await expect.element(page.getByText('The disk is almost full, so nothing was saved.')).toBeVisible();
  await expect.element(page.getByText('Not saved', { exact: true })).toBeVisible();
  await expect.element(field('Comment')).toHaveTextContent('Striking');
  put.mockRestore();
  await field('Comment').click();
  await userEvent.keyboard('{End}.');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  expect((await readClip(database, id))?.comment).toBe('Striking.');
});

it.each([
  { label: 'Headline', text: 'Talks fail', stored: { headline: 'Talks fail' } },
  { label: 'Dek', text: 'After a week', stored: { dek: 'After a week' } },
  { label: 'Outlet', text: 'The Post', stored: { outlet: 'The Post' } },
  { label: 'Source credit', text: 'Metro Wire', stored: { sourceCredit: 'Metro Wire' } },
  { label: 'Byline', text: 'A. Writer', stored: { byline: 'A. Writer' } },
  { label: 'Date', text: '2023-02-21', stored: { publishedOn: '2023-02-21' } },
  { label: 'Address', text: 'https://b.example/', stored: { address: 'https://b.example/' } },
])('edits the field $label', async ({ label, text, stored }) => {
  await showDesk(database);
  await open('Talks');
  await field(label).fill(text);
  await expect.poll(() => readClip(database, id)).toMatchObject(stored);
});

it('shows the real host beside one with letters of other scripts', async () => {
  await showDesk(database);
  await open('Talks');
  await field('Address').fill('https://www.аpple.com/');
  await expect.element(field('Address')).toHaveAccessibleDescription('www.xn--pple-43d.com');
});

it('edits a quote', async () => {
  await showDesk(database);
  await open('Talks');
  await writeProse('Quote 1 of 1', 'No *more*.');
  await flushTextEdits();
  expect((await readClip(database, id))?.quotes).toMatchObject([{ markdown: 'No *more*.', isEdited: true }]);
});

it('keeps what is typed, the focus and the cursor when the clip is changed elsewhere', async () => {
  await showDesk(database);
  await open('Talks');
  await field('Comment').click();
  await userEvent.keyboard('Striki');
  await changeClip(database, id, (stored) => ({ ...stored, outlet: 'The Post' }));
  await expect.element(field('Outlet')).toHaveValue('The Post');
  await userEvent.keyboard('ng.');
  await flushTextEdits();
  expect(await readClip(database, id)).toMatchObject({ outlet: 'The Post', comment: 'Striking.' });
});

it('shows a clip that arrives while another is written on', async () => {
  await showDesk(database);
  await open('Talks');
  await field('Comment').click();
  await userEvent.keyboard('Stri');
  await clip(database, 'New', 'Diplomacy');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks, New']);
  await userEvent.keyboard('king.');
  await expect.element(field('Comment')).toHaveTextContent('Striking.');
  await expect.element(field('Comment')).toHaveFocus();
});

it('edits title, subtitle, introduction and sign-off in place', async () => {
  await showDesk(database);
  await field('Title of the issue').fill('The Week');
  await field('Subtitle').fill('What happened');
  await writeProse('Introduction', 'First.\n\nSecond.');
  await writeProse('Sign-off', 'Until next week.');
  await flushTextEdits();
  expect(await readCurrentIssue(database)).toMatchObject({
    title: 'The Week',
    subtitle: 'What happened',
    introduction: 'First.\n\nSecond.',
    signOff: 'Until next week.',
  });
});

it('undoes a whole sentence at once, and redoes it', async () => {
  await showDesk(database);
  await open('Talks');
  await field('Comment').click();
  await userEvent.keyboard('Striking.');
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(async () => (await readClip(database, id))?.comment).toBeUndefined();
  await page.getByRole('button', { name: /^Redo:/u }).click();
  await expect.poll(async () => (await readClip(database, id))?.comment).toBe('Striking.');
});

it('does not undo what someone else has rewritten since', async () => {
  await showDesk(database);
  await open('Talks');
  await writeProse('Comment', 'Ours.');
  await flushTextEdits();
  await changeClip(database, id, (stored) => ({ ...stored, comment: 'Theirs.' }));
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.element(page.getByText('Changed since, so it stays as it is: Comment')).toBeVisible();
  expect((await readClip(database, id))?.comment).toBe('Theirs.');
});

it('adds, renames, moves and removes sections, and brings a removed one back with its clips', async () => {
  await showDesk(database);
  await page.getByLabelText('New section').fill('Trade');
  await userEvent.keyboard('{Enter}');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks', 'Trade: ']);
  await field('Title of section 2').fill('Business');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks', 'Business: ']);
  await page.getByRole('button', { name: 'Section “Business”' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect.poll(readManuscript).toEqual(['Business: ', 'Diplomacy: Talks']);
  await page.getByRole('button', { name: 'Section “Diplomacy”' }).click();
  await page.getByRole('menuitem', { name: 'Remove the section' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Talks', 'Business: ']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(readManuscript).toEqual(['Business: ', 'Diplomacy: Talks']);
});

it('keeps a section that the popup has created meanwhile when a removal is undone', async () => {
  const { id: issueId } = await readCurrentIssue(database);
  await showDesk(database);
  await page.getByRole('button', { name: 'Section “Diplomacy”' }).click();
  await page.getByRole('menuitem', { name: 'Remove the section' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Talks']);
  await changeIssue(database, issueId, (issue) => ({
    ...issue,
    sections: [...issue.sections, { id: 'new', title: 'Trade' }],
  }));
  await expect.poll(readManuscript).toEqual(['Inbox: Talks', 'Trade: ']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks', 'Trade: ']);
});

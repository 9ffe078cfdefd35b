import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { readClipsOfIssue } from '../../src/storage/clip-lookup';
import { moveClips } from '../../src/storage/clip-order';
import type { Database } from '../../src/storage/database/database';
import { findCurrentIssue, readIssues } from '../../src/storage/issue-lookup';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue } from '../../src/storage/new-issue';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, clipOfDay, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
});

/** Creates a draft “Tariffs” with a clip in each of two sections, and a newer draft “Elections” without clips. */
async function keepTwoDrafts(): Promise<{ tariffs: string; elections: string }> {
  await clip(database, 'Talks', 'Diplomacy');
  await clip(database, 'Duties', 'Trade');
  const tariffs = (await findCurrentIssue(database))?.id ?? '';
  await changeIssue(database, tariffs, (issue) => ({ ...issue, title: 'Tariffs', subtitle: 'Again' }));
  const { id: elections } = await startNewIssue(database);
  await changeIssue(database, elections, (issue) => ({ ...issue, title: 'Elections' }));
  return { tariffs, elections };
}

async function openIssue(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Elections', exact: true }).click();
  await page.getByLabelText('Find an issue').fill(words);
  await userEvent.keyboard('{Enter}');
}

it('leaves the draft before a new issue open: it is found by its title and edited', async () => {
  const { tariffs } = await keepTwoDrafts();
  await showDesk(database);
  await openIssue('tariffs');
  await expect.poll(readManuscript).toContain('Diplomacy: Talks');
  await page.getByRole('textbox', { name: 'Subtitle' }).fill('And duties');
  const subtitle = async () => (await readIssues(database)).find(({ id }) => id === tariffs)?.subtitle;
  await expect.poll(subtitle).toBe('And duties');
  expect((await findCurrentIssue(database))?.title).toBe('Elections');
});

it('makes a draft the current one by a button, with Undo', async () => {
  const { tariffs, elections } = await keepTwoDrafts();
  await showDesk(database);
  await openIssue('tariffs');
  await page.getByRole('button', { name: 'Make current' }).click();
  await expect.element(page.getByText('New clips go here')).toBeVisible();
  expect((await findCurrentIssue(database))?.id).toBe(tariffs);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await findCurrentIssue(database))?.id).toBe(elections);
  await expect.element(page.getByRole('button', { name: 'Make current' })).toBeVisible();
});

it('locks the issue that is published, the current one too, and no draft', async () => {
  await keepTwoDrafts();
  await showDesk(database);
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await expect.element(page.getByText(/“Elections” is published/u)).toBeVisible();
  expect(page.getByRole('textbox', { name: 'Subtitle' }).elements()).toEqual([]);
  expect(await findCurrentIssue(database)).toBeUndefined();
  await openIssue('tariffs');
  await expect.element(page.getByRole('textbox', { name: 'Subtitle' })).toBeVisible();
});

it('lists drafts and published issues by title, with day and number of clips', async () => {
  const { tariffs } = await keepTwoDrafts();
  await changeIssue(database, tariffs, (issue) => ({ ...issue, publication: { on: '2026-11-20' } }));
  await showDesk(database);
  await page.getByRole('button', { name: 'Elections', exact: true }).click();
  const published = page.getByRole('region', { name: 'Published' }).getByRole('button');
  await expect.element(published).toHaveTextContent(/^Tariffs.*published on Nov 20, 2026 · 2 clips$/u);
  const draft = page.getByRole('region', { name: 'Drafts' }).getByRole('button');
  await expect.element(draft).toHaveTextContent(/^Elections.*started on .* · 0 clips · New clips go here$/u);
});

it('offers a new issue the sections of the last one, and not its title', async () => {
  await keepTwoDrafts();
  await showDesk(database);
  await openIssue('tariffs');
  await page.getByRole('button', { name: 'New issue' }).click();
  await page.getByRole('button', { name: /^Untitled, /u }).click();
  await userEvent.keyboard('{Escape}');
  expect(await findCurrentIssue(database)).not.toHaveProperty('title');
});

it('adds the sections of the last issue to a new one with one click, with Undo', async () => {
  await keepTwoDrafts();
  await showDesk(database);
  await page.getByRole('button', { name: 'Add the 2 sections of the last issue' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: ', 'Trade: ']);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(readManuscript).toEqual([]);
});

it('carries over what the last issue did not print, and not what was printed', async () => {
  const { tariffs } = await keepTwoDrafts();
  await clipOfDay(database, '2020-01-01', 'Old');
  const [old] = await readClipsOfIssue(database, FIRST_NEWSLETTER);
  await moveClips(database, [old?.id ?? ''], { issueId: tariffs });
  await showDesk(database);
  await openIssue('tariffs');
  await changeIssue(database, tariffs, (issue) => ({ ...issue, period: { from: '2021-01-01' } }));
  await expect.poll(readManuscript).toContain('Diplomacy: Talks');
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await page.getByRole('button', { name: 'Go to the current draft' }).click();
  await page.getByRole('button', { name: 'Carry over what was not printed (1)' }).click();
  await expect.poll(readManuscript).toEqual(['In no section: Old']);
});

it('carries over what another draft holds, into the sections of the same titles, with Undo', async () => {
  await keepTwoDrafts();
  await showDesk(database);
  await page.getByRole('button', { name: 'Add the 2 sections of the last issue' }).click();
  await page.getByRole('button', { name: 'Carry over 2 clips from “Tariffs”' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks', 'Trade: Duties']);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: ', 'Trade: ']);
});

it('puts clips that were carried over into the sections of their titles when these are added later, with Undo', async () => {
  await keepTwoDrafts();
  await showDesk(database);
  await page.getByRole('button', { name: 'Carry over 2 clips from “Tariffs”' }).click();
  await expect.poll(readManuscript).toEqual(['In no section: Talks, Duties']);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  const section = page.getByRole('combobox', { name: 'Section', exact: true });
  await expect.element(section).toHaveDisplayValue('In no section');
  await page.getByRole('button', { name: 'Add the 2 sections of the last issue' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks', 'Trade: Duties']);
  await expect.element(section).toHaveDisplayValue('1 Diplomacy');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(readManuscript).toEqual(['In no section: Talks, Duties']);
});

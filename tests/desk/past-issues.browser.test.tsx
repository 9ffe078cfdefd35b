import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { REPORT } from '../../src/news/house-style';
import type { Database } from '../../src/storage/database/database';
import { readClipsOfIssue } from '../../src/storage/clip-lookup';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { readIssues } from '../../src/storage/issue-lookup';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue } from '../../src/storage/new-issue';
import { readWhole } from '../../src/storage/edition-digest';
import { makeWholeEdition } from '../storage/whole-edition';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, clipOfDay, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
});

const line = (name: string) => page.getByRole('treeitem', { name: `${name} The Daily` });

/**
 * Creates “The old week”, which is published and has a clip in each of Diplomacy and Trade, and a current draft with only the
 * section Trade.
 */
async function keepOldWeek(): Promise<void> {
  await clip(database, 'Talks', 'Diplomacy');
  await clip(database, 'Tariffs', 'Trade');
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({
    ...issue,
    title: 'The old week',
    publication: { on: '2026-11-20' },
  }));
  const made = await startNewIssue(database);
  await changeIssue(database, made.id, (issue) => ({
    ...issue,
    title: 'The new week',
    sections: [{ id: 'trade', title: 'trade' }],
  }));
}

async function showOldWeek(): Promise<void> {
  await page.getByLabelText('Search all clips').fill('OLD week');
  await page.getByRole('list', { name: 'Issues' }).getByRole('button').click();
  await page.getByLabelText('Search all clips').fill('');
  await expect.element(page.getByText(/kept as it was published/u)).toBeVisible();
}

it('marks an issue as published, with day and address, with Undo', async () => {
  await showDesk(database);
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await page.getByLabelText('Published on').fill('2026-11-20');
  await page.getByLabelText('Address of the issue').fill('https://letters.example/p/one');
  await expect
    .poll(async () => (await readIssues(database))[0]?.publication)
    .toMatchObject({ on: '2026-11-20', address: 'https://letters.example/p/one' });
  const link = page.getByRole('link', { name: 'Open the published issue' });
  await expect.element(link).toHaveAttribute('href', 'https://letters.example/p/one');
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  await page.getByRole('button', { name: 'Correct this issue…' }).click();
  await expect.element(page.getByText('being corrected', { exact: true })).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByLabelText('Published on')).toHaveValue('2026-11-20');
  await expect.element(page.getByRole('button', { name: 'Correct this issue…' })).toBeVisible();
});

it('prints the quotes of a group as they were published, before they stood below their headlines', async () => {
  await clip(database, 'Talks', 'Diplomacy', { quotes: [{ id: 'talks', markdown: 'No figure.' }] });
  await clip(database, 'Dues', 'Diplomacy', { quotes: [{ id: 'dues', markdown: 'By a tenth.' }] });
  const desk = await showDesk(database);
  const preview = () => document.querySelector('.issue-preview')?.textContent;
  line('Dues').element().focus();
  await userEvent.keyboard('g');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.poll(preview).toMatch(/Talks.*No figure\..*Dues.*By a tenth\./su);
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await expect.element(page.getByRole('button', { name: 'Correct this issue…' })).toBeVisible();
  await printAsBefore(desk.content.issue.id);
  await desk.readAgain();
  await expect.poll(preview).toMatch(/Talks.*Dues.*No figure\..*By a tenth\./su);
});

/** Replaces the edition of an issue by one of a version without the setting. */
async function printAsBefore(issueId: string): Promise<void> {
  const [edition] = await database.getAll('editions');
  if (edition === undefined) throw new Error('There is no edition');
  const { id: _, content: _content, ...about } = edition;
  const { groupForm: _form, ...style } = REPORT;
  const made = await makeWholeEdition(about, { ...(await readWhole(edition)), style });
  await database.put('editions', made);
  await changeIssue(database, issueId, (issue) => ({
    ...issue,
    publication: { on: '2026-11-20', editionId: made.id },
  }));
}

it('finds a past issue by its title, and copies several of its clips into the current one', async () => {
  await keepOldWeek();
  const desk = await showDesk(database);
  await showOldWeek();
  await line('Talks').click({ modifiers: ['Control'] });
  await line('Tariffs').click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'Copy to the current issue' }).click();
  await expect.element(page.getByText('2 clips copied to the current issue.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to the current draft', exact: true }).click();
  await expect.poll(readManuscript).toEqual(['trade: Tariffs', 'In no section: Talks']);
  const { issue, clips } = desk.content;
  const [, old] = await readIssues(database);
  const originals = await readClipsOfIssue(database, old?.id ?? '');
  expect(new Set(clips.map((each) => each.earlierClipId))).toEqual(new Set(originals.map(({ id }) => id)));
  await desk.undo();
  expect(await readClipsOfIssue(database, issue.id)).toEqual([]);
  expect(originals).toHaveLength(2);
});

it('counts the issues that are found, and says that nothing was found only if that is true', async () => {
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, title: 'Winter tariffs' }));
  await showDesk(database);
  await page.getByRole('searchbox').fill('winter');
  await expect.element(page.getByText('1 result')).toBeVisible();
  await page.getByRole('searchbox').fill('summer');
  await expect.element(page.getByText('Nothing found for “summer”.')).toBeVisible();
});

it('lists the latest of many issues with the words in their titles', async () => {
  await readCurrentIssue(database);
  for (let week = 1; week <= 25; week += 1) {
    const { id } = await startNewIssue(database);
    await changeIssue(database, id, (issue) => ({ ...issue, title: `Week number ${week}` }));
  }
  await showDesk(database);
  await page.getByLabelText('Search all clips').fill('week');
  const found = page.getByRole('list', { name: 'Issues' }).getByRole('button');
  await expect.poll(() => found.elements().length).toBe(20);
  await expect.element(found.first()).toHaveTextContent('Week number 25');
});

it('copies an article once', async () => {
  await keepOldWeek();
  await showDesk(database);
  await showOldWeek();
  await line('Talks').click();
  const copy = page.getByRole('button', { name: 'Copy to the current issue' });
  await copy.click();
  await expect.element(page.getByText('1 clip copied to the current issue.')).toBeVisible();
  await copy.click();
  await expect.element(page.getByText(/1 clip was already there/u)).toBeVisible();
});

it('drafts an issue of all clips of a period, says before what it will contain, with Undo', async () => {
  await keepOldWeek();
  await clipOfDay(database, '2026-11-10', 'Before');
  await clipOfDay(database, '2026-11-12', 'Within');
  await clipOfDay(database, '2026-11-13', 'Also');
  await showDesk(database);
  const before = await readIssues(database);
  await page.getByText('Days: all').click();
  await page.getByLabelText('From').fill('2026-11-11');
  await page.getByLabelText('To', { exact: true }).fill('2026-11-13');
  await expect.element(page.getByText(/would contain copies of 2 clips, from all issues\./u)).toBeVisible();
  await page.getByRole('button', { name: 'Make a draft of these clips' }).click();
  await expect.poll(readManuscript).toEqual(['Inbox: Before, Within, Also', 'In no section: Within, Also']);
  expect(await readIssues(database)).toHaveLength(before.length + 1);
  expect(await readClipsOfIssue(database, FIRST_NEWSLETTER)).toHaveLength(3);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Undone: New issue started.')).toBeVisible();
  expect(await readIssues(database)).toHaveLength(before.length);
});

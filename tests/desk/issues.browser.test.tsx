import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Database } from '../../src/storage/database/database';
import { readIssues } from '../../src/storage/issue-lookup';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { saveSnapshot } from '../../src/storage/snapshots';
import { openFreshDatabase } from '../storage/fresh-database';
import { chooseTool, clip, clipOfDay, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
});

it('teaches what to do while there are no clips', async () => {
  await showDesk(database);
  await expect.element(page.getByRole('heading', { name: 'No clips yet' })).toBeVisible();
});

it('shows only the clips of the period, says so, and moves nothing', async () => {
  await clipOfDay(database, '2026-11-10', 'Before');
  await clipOfDay(database, '2026-11-12', 'Within');
  await clipOfDay(database, '2026-11-20', 'After');
  await showDesk(database);
  await page.getByText('Days: all').click();
  await page.getByLabelText('From').fill('2026-11-11');
  await page.getByLabelText('To', { exact: true }).fill('2026-11-12');
  await expect.poll(readManuscript).toEqual(['Inbox: Within']);
  await expect.element(page.getByText(/\(1 of 3 clips\)\. Nothing was moved/u)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).first().click();
  await expect.poll(readManuscript).toEqual(['Inbox: Before, Within, After']);
});

it('keeps both days of a period that are set faster than the page is drawn', async () => {
  await showDesk(database);
  await page.getByText('Days: all').click();
  for (const [label, day] of [['From', '2026-11-11'] as const, ['To', '2026-11-12'] as const]) {
    const field = page.getByLabelText(label, { exact: true }).element();
    if (field instanceof HTMLInputElement) field.value = day;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const period = async () => (await readCurrentIssue(database)).period;
  await expect.poll(period).toEqual({ from: '2026-11-11', to: '2026-11-12' });
});

it('undoes a new issue while nothing has been written in it', async () => {
  await clip(database, 'Loose');
  await showDesk(database);
  await page.getByRole('button', { name: 'New issue' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Undone: New issue started.')).toBeVisible();
  expect(await readIssues(database)).toHaveLength(1);
});

it('bins a clip with Undo, shows the bin and restores the clip to its place', async () => {
  await clip(database, 'One', 'Diplomacy');
  await clip(database, 'Two', 'Diplomacy');
  await showDesk(database);
  await chooseTool('One', 'Move to the bin');
  await expect.poll(readManuscript).toEqual(['Diplomacy: Two']);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two']);
  await chooseTool('One', 'Move to the bin');
  await page.getByRole('button', { name: 'Bin (1)' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two']);
});

it('empties the bin, and can restore its content until the desk is closed', async () => {
  await clip(database, 'One', 'Diplomacy');
  await clip(database, 'Two', 'Diplomacy');
  await showDesk(database);
  await chooseTool('One', 'Move to the bin');
  await page.getByRole('button', { name: 'Bin (1)' }).click();
  await page.getByRole('button', { name: 'Empty the bin' }).click();
  await expect.element(page.getByText('Bin emptied: 1 clip deleted.')).toBeVisible();
  expect(await database.count('clips')).toBe(1);
  await page.getByRole('button', { name: 'Bring back 1 deleted clip' }).click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two']);
});

it.each([
  { where: 'headline', query: 'élections', found: ['Elections held'] },
  { where: 'quote', query: 'волатильность', found: ['Рынки'] },
  { where: 'comment', query: '关税', found: ['Tariffs'] },
  { where: 'nothing', query: 'nowhere', found: [] },
])('finds by $where in all issues', async ({ query, found }) => {
  const said =
    found.length === 0
      ? `Nothing found for “${query}”.`
      : `${found.length} result${found.length === 1 ? '' : 's'}`;
  await clip(database, 'Elections held', 'Diplomacy');
  await clip(database, 'Tariffs', 'Trade', { comment: '关税上调' });
  await showDesk(database);
  await page.getByRole('button', { name: 'New issue' }).click();
  await clip(database, 'Рынки', undefined, { quotes: [{ id: 'q', markdown: 'Растёт *волатильность*.' }] });
  await page.getByLabelText('Search all clips').fill(query);
  const results = page.getByRole('region', { name: 'Search results' });
  await expect.element(results.getByText(said)).toBeVisible();
  const headlines = [...results.element().querySelectorAll('.outline-headline')];
  expect(headlines.map((headline) => headline.textContent)).toEqual(found);
});

it('opens the saved text of a clip’s page', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  await saveSnapshot(database, id, {
    text: '# Talks\n\nThe **whole** text. <script>alert(1)</script>',
  });
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByRole('button', { name: 'Saved text of the page' }).click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('whole')).toBeVisible();
  expect(dialog.element().querySelector('strong')?.textContent).toBe('whole');
  expect(dialog.element().querySelector('script')).toBeNull();
});

it('opens on a clip with its comment focused, as the notice asks for', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  const desk = await showDesk(database);
  desk.openClip(id, 'comment');
  await expect.element(page.getByLabelText('Comment', { exact: true })).toHaveFocus();
});

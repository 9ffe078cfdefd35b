import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mergeClips } from '../../desk/actions/merge-clips';
import { printShownIssue } from '../../desk/export/composed-issue';
import { Desk } from '../../desk/state/desk';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { readClip } from '../../src/storage/clip-lookup';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { chooseTool, clip, readManuscript, showDesk, translate } from './shown-desk';

const address = 'https://daily.example/talks';
const quotes = [{ id: 'q', markdown: 'No figure.' }];
const item = (name: RegExp) => page.getByRole('treeitem', { name });

async function selectAndOpenMenu(...names: RegExp[]): Promise<void> {
  for (const name of names) await item(name).click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: 'More for the selection' }).click();
}

it('merges selected clips of one article into the first, says what it did not take; Undo brings the others back', async () => {
  const database = await openFreshDatabase();
  const first = await clip(database, 'One', 'Diplomacy', { address, comment: 'Ours.', quotes: [] });
  await clip(database, 'Two', 'Diplomacy');
  const third = await clip(database, 'Three', 'Trade', { address, comment: 'Theirs.', quotes });
  await showDesk(database);
  await selectAndOpenMenu(/^One/u, /^Three/u);
  await page.getByRole('menuitem', { name: 'Merge into one clip' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two', 'Trade: ']);
  expect(await readClip(database, first)).toMatchObject({ comment: 'Ours.\n\nTheirs.', quotes });
  await expect.element(item(/^One/u)).toHaveFocus();
  await expect
    .element(page.getByText('2 clips merged into “One”. The others differ in: Headline.'))
    .toBeVisible();
  await page.getByRole('button', { name: /^Undo:/u }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two', 'Trade: Three']);
  expect(await readClip(database, first)).toMatchObject({ comment: 'Ours.', quotes: [] });
  expect(await readClip(database, third)).toMatchObject({ comment: 'Theirs.', quotes });
});

it('merges the selected clips from the menu of one of them', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'One', 'Diplomacy', { address });
  await clip(database, 'Two', 'Diplomacy');
  await clip(database, 'Three', 'Trade', { address, quotes });
  await showDesk(database);
  await item(/^One/u).click();
  await item(/^Three/u).click({ modifiers: ['Control'] });
  await chooseTool('Three', 'Merge into one clip');
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Two', 'Trade: ']);
});

it('merges a clip with the other one of its article, which was clipped into the inbox, from its menu', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Two');
  const first = await clip(database, 'One', 'Diplomacy', { address, quotes: [] });
  await clip(database, 'Three', undefined, { address, quotes });
  await showDesk(database);
  await chooseTool('Three', 'Merge with the other clip of this article');
  await expect.poll(readManuscript).toEqual(['Inbox: Two', 'Diplomacy: One']);
  expect(await readClip(database, first)).toMatchObject({ quotes });
});

it('groups the selected clips of several articles from the menu of one of them, and does not merge these', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'One', 'Diplomacy');
  await clip(database, 'Two', 'Diplomacy');
  await clip(database, 'Three', 'Diplomacy');
  await showDesk(database);
  await item(/^One/u).click();
  await item(/^Three/u).click({ modifiers: ['Control'] });
  await chooseTool('Three', 'Group into one item');
  await expect.poll(readManuscript).toEqual(['Diplomacy: One, Three, Two']);
  await page.getByRole('article', { name: 'One' }).getByRole('button', { name: 'More for “One”' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Take out of the group' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: /^Merge/u }).elements()).toEqual([]);
});

it('keeps each quote of several outlets with its own link and date, in one item', async () => {
  const database = await openFreshDatabase();
  const one = { outlet: 'Daily', publishedOn: '2026-11-20', comment: 'Ours.' };
  await clip(database, 'One', 'Diplomacy', { ...one, quotes: [{ id: 'one', markdown: 'A figure.' }] });
  await clip(database, 'Two', 'Diplomacy', { outlet: 'Courier', publishedOn: '2026-11-21', quotes });
  const desk = await showDesk(database);
  await selectAndOpenMenu(/^One/u, /^Two/u);
  await expect.element(page.getByRole('menuitem', { name: 'Group into one item' })).toBeVisible();
  expect(page.getByRole('menuitem', { name: 'Merge into one clip' }).elements()).toEqual([]);
  await page.getByRole('menuitem', { name: 'Group into one item' }).click();
  await expect.element(item(/^Two In one item/u)).toBeVisible();
  const printed = printShownIssue(desk.content, 'md');
  expect(printed).toMatch(/\[One\]\(https:\/\/daily\.example\/One\) – Daily .*Nov 20th.*\n\n> A figure\./u);
  expect(printed).toMatch(
    /\[Two\]\(https:\/\/daily\.example\/Two\) – Courier .*Nov 21st.*\n\n> No figure\./u,
  );
});

it('has every word once after two machines have made the same merge', async () => {
  const ours = await openFreshDatabase();
  await clip(ours, 'One', 'Diplomacy', { address, comment: 'Ours.' });
  await clip(ours, 'Three', 'Trade', { address, comment: 'Theirs.', byline: 'M. Linn', quotes });
  const theirs = await openFreshDatabase();
  await mergeInto(theirs, ours);
  for (const database of [ours, theirs]) {
    const desk = await Desk.open(database, translate);
    const { clips } = desk.content; // of two sections, in the order of their random ids
    await mergeClips(
      desk,
      [...clips].sort((a) => (a.headline === 'One' ? -1 : 1)),
    );
  }
  await mergeInto(ours, theirs);
  await mergeInto(theirs, ours);
  for (const database of [ours, theirs]) {
    const [merged, ...others] = (await database.getAll('clips')).filter(({ binnedAt }) => !binnedAt);
    expect(others).toEqual([]);
    expect(merged).toMatchObject({ comment: 'Ours.\n\nTheirs.', byline: 'M. Linn' });
    expect(merged?.quotes.filter(({ markdown }) => markdown === 'No figure.')).toHaveLength(1);
  }
});

async function mergeInto(database: Database, other: Database): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

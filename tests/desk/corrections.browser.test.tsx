import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { printShownIssue } from '../../desk/export/composed-issue';
import type { Desk } from '../../desk/state/desk';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import type { Database } from '../../src/storage/database/database';
import { changeIssue } from '../../src/storage/issues';
import { findCurrentIssue, readIssues } from '../../src/storage/issue-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, openComment, openIssue, readManuscript, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'So they say.' });
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const printed = (desk: Desk) => printShownIssue(desk.content, 'md');
const undo = () => page.getByRole('status').getByRole('button', { name: 'Undo' }).click();

async function publish(): Promise<void> {
  await button('Mark as published').click();
  await expect.element(button('Correct this issue…')).toBeVisible();
}

/** Corrects the comment of the only clip, at the desk. */
async function correctComment(comment: string): Promise<void> {
  await button('Correct this issue…').click();
  await openComment('Talks');
  await userEvent.keyboard(`{Control>}a{/Control}${comment}`);
  await button('Publish the correction').click();
  await expect.element(button('Correct this issue…')).toBeVisible();
}

it('prints a published issue as it was, whatever becomes of the house style', async () => {
  const desk = await showDesk(database);
  await publish();
  await expect.poll(() => desk.content.edition).toBeDefined();
  const before = printed(desk);
  await changePreferences(database, (all) => ({
    ...all,
    houseStyle: { ...all.houseStyle, outletMark: ' :: ', hasContents: false },
  }));
  await expect.poll(() => desk.content.style.outletMark).toBe(' :: ');
  expect(printed(desk)).toBe(before);
  await expect.element(page.getByRole('main').getByText('Talks – The Daily')).toBeVisible();
});

it('unlocks a published issue to correct it, records when, and shows the earlier edition', async () => {
  const desk = await showDesk(database);
  await publish();
  await correctComment('They did not.');
  await expect.element(page.getByText(/^corrected on /u)).toBeVisible();
  expect(printed(desk)).toContain('They did not.');
  await button('Editions (2)').click();
  await page.getByRole('menuitemradio', { name: 'As first published' }).click();
  await expect.element(page.getByText(/You see an earlier edition/u)).toBeVisible();
  await expect.element(page.getByRole('main').getByText('So they say.')).toBeVisible();
  expect(printed(desk)).toContain('So they say.');
  await button('Go to the latest edition').click();
  await expect.element(page.getByRole('main').getByText('They did not.')).toBeVisible();
  await button(/^Untitled/u).click();
  const listed = page.getByRole('region', { name: 'Published' }).getByRole('button');
  await expect.element(listed).toHaveTextContent(/published on .* · corrected on .* · 1 clip$/u);
});

it('takes a correction back with Undo, and then the unlocking', async () => {
  const desk = await showDesk(database);
  await publish();
  await correctComment('They did not.');
  await undo();
  await expect.element(button('Publish the correction')).toBeVisible();
  expect((await readIssues(database))[0]).not.toHaveProperty('corrections');
  await desk.undo();
  await desk.undo();
  await expect.element(button('Correct this issue…')).toBeVisible();
  expect(printed(desk)).toContain('So they say.');
});

it('says that nothing was corrected if nothing that is printed was changed', async () => {
  await showDesk(database);
  await publish();
  await button('Correct this issue…').click();
  await expect.element(page.getByText(/you are correcting it/u)).toBeVisible();
  await button('Publish the correction').click();
  await expect.element(page.getByText(/^Nothing that is printed was changed/u)).toBeVisible();
  expect(page.getByText(/^corrected on/u).elements()).toEqual([]);
});

it('keeps the focus on the button that begins a correction and publishes it', async () => {
  await showDesk(database);
  await publish();
  (button('Correct this issue…').element() as HTMLButtonElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('The issue is open for correction.')).toBeVisible();
  await expect.element(button('Publish the correction')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^Nothing that is printed was changed/u)).toBeVisible();
  await expect.element(button('Correct this issue…')).toHaveFocus();
});

it('leaves an issue that is corrected out of clipping', async () => {
  await showDesk(database);
  await publish();
  await button('Correct this issue…').click();
  await expect.element(button('Publish the correction')).toBeVisible();
  expect(await findCurrentIssue(database)).toBeUndefined();
});

it('says in the inbox that a clip from another machine came too late for its issue', async () => {
  const other = await openFreshDatabase();
  await restoreBackup(other, await readBackup(await writeBackup(database)), 'replace');
  await clip(other, 'Late', 'Diplomacy');
  await showDesk(database);
  await page.getByRole('textbox', { name: 'Title of the issue' }).fill('The week');
  await publish();
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
  await expect.poll(readManuscript).toEqual(['Inbox: Late']);
  await expect.element(page.getByText('Too late for “The week”, which is already published.')).toBeVisible();
  await button('New issue').click();
  await button(/^Add the 1 sections?/u).click();
  await openIssue(/^The week/u);
  await expect.element(page.getByText('Too late for “The week”, which is already published.')).toBeVisible();
});

it('keeps to the edition that is here when a partial backup names one that it lacks, and says so', async () => {
  const desk = await showDesk(database);
  await publish();
  await expect.poll(() => desk.content.edition).toBeDefined();
  const before = printed(desk);
  const other = await openFreshDatabase();
  await restoreBackup(other, await readBackup(await writeBackup(database)), 'replace');
  const { id, publication } = desk.content.issue;
  await changeIssue(other, id, ({ publication: _, ...draft }) => draft);
  await changeIssue(other, id, (draft) => ({
    ...draft,
    ...(publication && { publication: { ...publication, editionId: 'f'.repeat(64) } }),
  }));
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
  await changePreferences(database, (all) => ({
    ...all,
    houseStyle: { ...all.houseStyle, outletMark: ' :: ' },
  }));
  await expect.poll(() => desk.content.style.outletMark).toBe(' :: ');
  expect(printed(desk)).toBe(before);
  await expect.element(page.getByText(/^The latest published edition of .* is not on this/u)).toBeVisible();
  expect(page.getByText(/kept as it was published/u).elements()).toEqual([]);
});

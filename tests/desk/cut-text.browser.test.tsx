import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { printShownIssue } from '../../desk/export/composed-issue';
import type { Desk } from '../../desk/state/desk';
import { flushTextEdits } from '../../desk/state/text-edit';
import { readClip } from '../../src/storage/clip-lookup';
import type { Database } from '../../src/storage/database/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

const LONG = `Words ${'“'.repeat(1_500)} end.`;
const NOTE = /^Showing only the first 506 of 1,511 characters/u;

let database: Database;
let desk: Desk;
let id: string;
beforeEach(async () => {
  database = await openFreshDatabase();
  id = await clip(database, 'Talks', 'Diplomacy', { quotes: [{ id: 'a', markdown: LONG }] });
  desk = await showDesk(database);
});

it('a quote too long to lay out is shown by its beginning, with a note, and printed in full', async () => {
  await expect.element(page.getByText(NOTE).first()).toBeVisible();
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.poll(() => document.querySelector('.issue-preview .cut-note')?.textContent).toMatch(NOTE);
  expect(document.querySelector('.issue-preview')?.textContent).not.toContain('“'.repeat(501));
  expect(printShownIssue(desk.content, 'txt')).toContain(LONG);
});

it('a clip far down has only the beginning of a text that takes seconds to lay out', async () => {
  for (let place = 1; place <= 8; place += 1)
    await clip(database, `Far ${place}`, 'Diplomacy', { quotes: [{ id: `f${place}`, markdown: LONG }] });
  await desk.readAgain();
  const far = page.getByRole('article', { name: 'Far 8', exact: true });
  await expect.element(far).toBeInTheDocument();
  expect(far.element().querySelector('.markdown')).toBeNull(); // it has not been drawn yet
  expect(far.element().textContent).toContain('Words “');
  expect(far.element().textContent).not.toContain('“'.repeat(501));
});

it('headlines, deks and texts outside clips are limited in the preview, with a note', async () => {
  const line = '“'.repeat(1_500);
  await clip(database, line, 'Diplomacy', { dek: line, relatedHeadlines: [line] });
  await desk.changeIssue(
    (issue) => ({
      ...issue,
      introduction: `Before ${line}`,
      signOff: line,
    }),
    { name: 'An edit' },
  );
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect
    .poll(() =>
      [...document.querySelectorAll('.issue-preview .cut-note')].map(({ textContent }) => textContent),
    )
    .toEqual([
      expect.stringMatching(/^Showing only the first 1,009 of 3,009 characters/u),
      expect.stringMatching(NOTE),
      expect.stringMatching(/^Showing only the first 1,504 of 4,504 characters/u),
    ]);
  expect(document.querySelector('.issue-preview')?.textContent).not.toContain('“'.repeat(501));
  expect(printShownIssue(desk.content, 'txt')).toContain(line);
});

it('is opened for editing only by a button, and then in full', async () => {
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  await page.getByText(NOTE).first().click();
  expect(document.querySelector('[data-part=a] [contenteditable]')).toBeNull();
  await page.getByRole('button', { name: 'Edit the full text as Markdown' }).click();
  const field = page.getByRole('textbox', { name: 'Quote 1 of 1' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('dir', 'ltr'); // Chromium looks long for the direction of each line
  await userEvent.keyboard('{Control>}{End}{/Control}.');
  await flushTextEdits();
  expect((await readClip(database, id))?.quotes[0]?.markdown).toBe(`${LONG}.`);
});

it('a quote that takes long to parse is formatted after the page was drawn, in manuscript and preview', async () => {
  const list = '- [A harbour](https://a.example/1) is *closed*\n'.repeat(80);
  await clip(database, 'Harbours', 'Diplomacy', { quotes: [{ id: 'b', markdown: list }] });
  await desk.readAgain();
  for (const place of ['.clip-text', '.issue-preview'])
    await expect.poll(() => document.querySelectorAll(`${place} li a`).length).toBe(80);
  expect(document.querySelector('.markdown.unset, .issue-part > .unset')).toBeNull();
});

it.each([
  ['6,000 marks', '“'.repeat(6_000), 'Showing only the first 500 of 6,000 characters'],
  ['2,001 lines', '>\n'.repeat(2_000), 'Showing only the first'],
])('of %s is not opened for editing, because no field can hold it', async (_, markdown, note) => {
  await clip(database, 'Harbours', 'Diplomacy', { quotes: [{ id: 'b', markdown }] });
  await desk.readAgain();
  await page.getByRole('treeitem', { name: /^Harbours/u }).click();
  await expect.element(page.getByRole('group', { name: 'Quote 1 of 1' }).getByText(note)).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Edit the full text as Markdown' }))
    .not.toBeInTheDocument();
});

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Database } from '../../src/storage/database';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
});

/** The test browser asks before it lets a page write to the clipboard: what would be written is looked at instead. */
function watchClipboard(write: (items: ClipboardItems) => Promise<void>) {
  const spy = vi.spyOn(navigator.clipboard, 'write').mockImplementation(write);
  onTestFinished(() => spy.mockRestore());
}

async function textOf(items: ClipboardItems, type: string): Promise<string | undefined> {
  return (await items[0]?.getType(type))?.text();
}

it('copies the issue with the words that were typed last as Markdown', async () => {
  let copied: ClipboardItems = [];
  watchClipboard((items) => Promise.resolve(void (copied = items)));
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect.element(page.getByText('Markdown copied.')).toBeVisible();
  expect(await textOf(copied, 'text/plain')).toBe(`# The Week

Table of Contents:

1) Diplomacy

## 1) Diplomacy

[Talks](https://daily.example/Talks) – The Daily \\[Feb 20th]

> The talks **will** go on.

Comment: Striking.
`);
});

it('copies rich text with the Markdown beside it', async () => {
  let copied: ClipboardItems = [];
  watchClipboard((items) => Promise.resolve(void (copied = items)));
  await showDesk(database);
  await page.getByRole('button', { name: 'Copy rich text' }).click();
  await expect.element(page.getByText(/^Copied as rich text/u)).toBeVisible();
  expect(await textOf(copied, 'text/html')).toContain('<h2>1) Diplomacy</h2>');
  expect(await textOf(copied, 'text/plain')).toContain('## 1) Diplomacy');
});

it('offers the file where the browser refuses to copy', async () => {
  watchClipboard(() => Promise.reject(new DOMException('No', 'NotAllowedError')));
  const saved: string[] = [];
  const spy = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  onTestFinished(() => spy.mockRestore());
  await showDesk(database);
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await page.getByRole('status').getByRole('button', { name: 'Save .md' }).click();
  await expect.poll(() => saved).toEqual(['issue.md']);
});

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Database } from '../../src/storage/database/database';
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

it('copies the issue as Substack keeps it', async () => {
  let copied: ClipboardItems = [];
  watchClipboard((items) => Promise.resolve(void (copied = items)));
  await clip(database, 'List', 'Diplomacy', { quotes: [{ id: 'q', markdown: '* one\n* two' }] });
  await showDesk(database);
  await page.getByRole('button', { name: 'Copy for an editor' }).click();
  await page.getByRole('menuitem', { name: 'Substack' }).click();
  await expect.element(page.getByText('Copied for Substack: paste it there.')).toBeVisible();
  const html = await textOf(copied, 'text/html');
  expect(html).toContain('<h2>1) Diplomacy</h2>');
  expect(html).not.toContain('<ul>'); // its blockquotes hold paragraphs alone
});

it('warns when a mail is so long that it will be cut', async () => {
  watchClipboard(() => Promise.resolve());
  await clip(database, 'Long', 'Diplomacy', { comment: 'word '.repeat(25_000) });
  await showDesk(database);
  await page.getByRole('button', { name: 'Copy for an editor' }).click();
  await page.getByRole('menuitem', { name: 'Email' }).click();
  await expect
    .element(page.getByText(/It is 12\d KB long; mail programs cut a mail at 102 KB/u))
    .toBeVisible();
});

it.each([
  ['Copy Markdown', 'Save .md', 'issue.md'],
  ['Copy rich text', 'Save .html', 'issue.html'],
])('offers a file of the same where the browser refuses to copy: %s', async (copy, save, file) => {
  watchClipboard(() => Promise.reject(new DOMException('No', 'NotAllowedError')));
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByRole('button', { name: copy }).click();
  await page.getByRole('status').getByRole('button', { name: save }).click();
  await expect.poll(() => [...saved.keys()]).toEqual([file]);
});

it.each([
  {
    form: '.html',
    name: 'The Week.html',
    begins: '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Week',
  },
  { form: '.txt', name: 'The Week.txt', begins: 'The Week\nTable of Contents:\n1) Diplomacy\n' },
  { form: '.json', name: 'The Week.json', begins: '{\n  "title": "The Week",\n  "sections": [' },
])('saves the issue as $form', async ({ form, name, begins }) => {
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Save in another form' }).click();
  await page.getByRole('menuitem', { name: form }).click();
  await expect.element(page.getByText(`${name} saved.`)).toBeVisible();
  const text = await (await fetch(saved.get(name) ?? '')).text();
  expect(text.startsWith(begins), text).toBe(true);
});

it('saves the cover beside the Markdown that names it, without what the camera wrote into it', async () => {
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByLabelText('Choose a cover picture').upload(await drawPicture());
  await page.getByLabelText('What the picture shows').fill('A harbour');
  await page.getByLabelText('Caption').fill('Minsk has none.');
  await page.getByLabelText('Credit', { exact: true }).fill('Jane Doe/Reuters');
  await page.getByRole('button', { name: 'Save .md' }).click();
  await expect.poll(() => [...saved.keys()]).toEqual(['issue.md', 'cover.jpg']);
  const markdown = await (await fetch(saved.get('issue.md') ?? '')).text();
  expect(markdown).toContain('![A harbour](cover.jpg)\n\nMinsk has none. (Jane Doe/Reuters)\n');
  const cover = await (await fetch(saved.get('cover.jpg') ?? '')).blob();
  expect(cover.type).toBe('image/jpeg');
  expect(await createImageBitmap(cover)).toMatchObject({ width: 2_000, height: 1_000 });
});

it('says so when the file chosen as cover is no picture', async () => {
  await showDesk(database);
  await page
    .getByLabelText('Choose a cover picture')
    .upload(new File(['text'], 'notes.png', { type: 'image/png' }));
  await expect.element(page.getByText(/“notes.png” is no picture/u)).toBeVisible();
});

async function drawPicture(): Promise<File> {
  const canvas = new OffscreenCanvas(3_000, 1_500);
  canvas.getContext('2d')?.fillRect(0, 0, 100, 100);
  return new File([await canvas.convertToBlob()], 'harbour.png', { type: 'image/png' });
}

/** What would be saved: the names of the files, and the addresses of what they hold. */
function watchDownloads(): Map<string, string> {
  const saved = new Map<string, string>();
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.set(this.download, this.href);
  });
  onTestFinished(() => click.mockRestore());
  return saved;
}

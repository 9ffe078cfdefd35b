import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { REPORT } from '../../src/news/house-style';
import { changePreferences } from '../../src/storage/stored-preferences';
import type { Database } from '../../src/storage/database/database';
import { readEdition } from '../../src/storage/edition-content';
import { dayOf } from '../../src/news/text/day';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

const today = dayOf(new Date());
let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
});

/** The content of the real clipboard, read by a paste, as an editor does. */
async function paste(type: string): Promise<string | undefined> {
  const field = document.createElement('textarea');
  document.body.append(field);
  const pasted = new Promise<string | undefined>((resolve) =>
    field.addEventListener('paste', (event) => resolve(event.clipboardData?.getData(type)), { once: true }),
  );
  field.focus();
  await userEvent.keyboard('{Control>}v{/Control}');
  const text = await pasted;
  field.remove();
  return text;
}

function click(name: string): void {
  const button = page.getByRole('button', { name, exact: true }).element();
  (button as HTMLButtonElement).click();
}

/** Chooses a form in the menu beside the button. */
async function exportAs(name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Other ways to copy or save' }).click();
  await page.getByRole('menuitemradio', typeof name === 'string' ? { name, exact: true } : { name }).click();
}

/** A browser that does not let pages copy, as happens if the click was some seconds ago. */
function refuseToCopy() {
  const spy = vi.spyOn(document, 'execCommand').mockReturnValue(false);
  onTestFinished(() => spy.mockRestore());
  return spy;
}

it('copies what is being published once it is published, and then says so', async () => {
  await showDesk(database);
  await page.getByText('Diplomacy').first().click(); // without a click the browser refuses to copy
  click('Mark as published');
  click('Copy Markdown');
  await expect.element(page.getByRole('button', { name: 'Correct this issue…' })).toBeVisible();
  await expect.element(page.getByText('Markdown copied.')).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect.element(page.getByText('Markdown copied.')).toBeVisible();
  const [edition] = await database.getAll('editions');
  const { printed } = (await readEdition(database, edition?.id ?? '')) ?? {};
  expect(await paste('text/plain')).toBe(printed?.['md']);
});

it('shows all ways to copy and save at once where there is room', async () => {
  await showDesk(database);
  await page.getByRole('button', { name: 'Other ways to copy or save' }).click();
  const { scrollHeight, clientHeight } = page.getByRole('menu').element();
  expect(scrollHeight).toBe(clientHeight);
});

it('copies the issue with the words that were typed last as Markdown', async () => {
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect.element(page.getByText('Markdown copied.')).toBeVisible();
  expect(await paste('text/plain')).toBe(`# The Week

Table of Contents:

1) Diplomacy

## 1) Diplomacy

[Talks](https://daily.example/Talks) – The Daily \\[Feb 20th, 2023]

> The talks **will** go on.

Comment: Striking.
`);
});

it('copies rich text with the Markdown beside it', async () => {
  await showDesk(database);
  await exportAs('Copy rich text');
  await expect.element(page.getByText(/^Copied as rich text/u)).toBeVisible();
  expect(await paste('text/html')).toContain('<h2>1) Diplomacy</h2>');
  expect(await paste('text/plain')).toContain('## 1) Diplomacy');
});

it('copies the issue in the form that Substack keeps', async () => {
  await clip(database, 'List', 'Diplomacy', { quotes: [{ id: 'q', markdown: '* one\n* two' }] });
  await showDesk(database);
  await exportAs('Copy for Substack');
  await expect.element(page.getByText('Copied for Substack: paste it there.')).toBeVisible();
  const html = await paste('text/html');
  expect(html).toContain('<h2>1) Diplomacy</h2>');
  expect(html).not.toContain('<ul>'); // Substack's blockquotes contain only paragraphs
});

it('keeps on the clipboard what was asked for last, even if an earlier copy takes longer', async () => {
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await exportAs('Copy for Substack');
  await expect.element(page.getByRole('button', { name: 'Copy the title' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Copy for Substack', exact: true })).toBeVisible();
  click('Copy for Substack');
  click('Copy the title');
  await expect.element(page.getByText(/^Title copied/u)).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await paste('text/plain')).toBe('The Week');
});

it('leaves title and subtitle to the fields that the target has for them, and offers to copy each', async () => {
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByLabelText('Subtitle').fill('In one page');
  await exportAs('Copy for Substack');
  await expect.element(page.getByText('Copied for Substack: paste it there.')).toBeVisible();
  expect(await paste('text/html')).toMatch(/^<p data-pm-slice="0 0 \[\]">Table of Contents:/u);
  await page.getByRole('button', { name: 'Copy the title' }).click();
  expect(await paste('text/plain')).toBe('The Week');
  await page.getByRole('button', { name: 'Copy the subtitle' }).click();
  expect(await paste('text/plain')).toBe('In one page');
  await page.getByRole('button', { name: 'Checks' }).click();
  await page.getByRole('button', { name: 'Copy the title' }).click();
  expect(await paste('text/plain')).toBe('The Week');
});

it('offers title and subtitle to any target if the house style wants them apart', async () => {
  await changePreferences(database, (preferences) => ({
    ...preferences,
    houseStyle: { ...REPORT, titlePlace: 'apart' },
  }));
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await exportAs('Copy for email (plain)');
  await page.getByRole('button', { name: 'Copy the title' }).click();
  expect(await paste('text/plain')).toBe('The Week');
});

it('copies a page for Hugo with its title and day, and a command in it is not one', async () => {
  await clip(database, 'How to', 'Diplomacy', { comment: 'Write {{< figure >}} there.' });
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await exportAs('Copy for Hugo, Jekyll');
  await expect.element(page.getByText('Copied for Hugo, Jekyll: paste it there.')).toBeVisible();
  const markdown = await paste('text/plain');
  expect(markdown).toMatch(new RegExp(`^---\\ntitle: "The Week"\\ndate: ${today}\\n---\\n\\nTable`, 'u'));
  expect(markdown).toContain('Comment: Write &#123;&#123;< figure >}} there.');
});

it('remembers the form that was chosen last, for the one button', async () => {
  await showDesk(database);
  await exportAs('Copy for Substack');
  await expect.element(page.getByText('Copied for Substack: paste it there.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy for Substack' }).click();
  await exportAs('Copy Markdown');
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect.element(page.getByText('Markdown copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Checks' }).click();
  await expect.element(page.getByRole('combobox', { name: 'Paste into' })).toHaveDisplayValue('Substack');
  await page.getByRole('combobox', { name: 'Paste into' }).selectOptions('Ghost');
  await expect.element(page.getByRole('button', { name: 'Copy for Ghost' })).toBeVisible();
});

it('warns if a mail is so long that it will be cut off', async () => {
  await clip(database, 'Long', 'Diplomacy', { comment: 'word '.repeat(25_000) });
  await showDesk(database);
  await exportAs('Copy for email (plain)');
  await expect
    .element(page.getByText(/The issue is 12\d KB\. Mail programs cut off messages over 102 KB/u))
    .toBeVisible();
});

it('leaves links within the issue and pictures in data addresses unchanged, and none leads to Clipsheet', async () => {
  const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
  await clip(database, 'Shown', 'Diplomacy', { comment: `![A dot](${picture})` });
  await showDesk(database);
  await exportAs('Copy for Ghost');
  await expect.element(page.getByText('Copied for Ghost: paste it there.')).toBeVisible();
  const html = await paste('text/html');
  expect(html).toContain('<a href="#1-diplomacy">');
  expect(html).not.toContain(location.origin);
});

it('asks for one more click if composing took longer than the browser waits, and then copies', async () => {
  const refused = refuseToCopy();
  await showDesk(database);
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect.element(page.getByText(/only right after a click/u)).toBeVisible();
  refused.mockRestore();
  await page.getByRole('button', { name: 'Copy now' }).click();
  await expect.element(page.getByText('Markdown copied.')).toBeVisible();
  expect(await paste('text/plain')).toContain('## 1) Diplomacy');
});

it.each([
  ['Copy Markdown', 'Save .md', `issue-${today}.md`],
  ['Copy rich text', 'Save .html', `issue-${today}.html`],
])('offers a file instead if the browser refuses to copy: %s', async (copy, save, file) => {
  refuseToCopy();
  const saved = watchDownloads();
  await showDesk(database);
  await exportAs(copy);
  await page.getByRole('status').getByRole('button', { name: 'Copy now' }).click();
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
  await exportAs(new RegExp(`^Save ${form}`, 'u'));
  await expect.element(page.getByText(`${name} saved.`)).toBeVisible();
  const text = await (await fetch(saved.get(name) ?? '')).text();
  expect(text.startsWith(begins), text).toBe(true);
});

it('saves no file whose name begins like an option of a command, or is hidden', async () => {
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('--.-rf ..Week -');
  await exportAs(/^Save .txt/u);
  await expect.poll(() => [...saved.keys()]).toEqual(['rf ..Week -.txt']);
});

it("saves the cover with the Markdown that refers to it, without the camera's metadata", async () => {
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByLabelText('Choose a cover picture').upload(await drawPicture());
  await page.getByLabelText('What the picture shows').fill('A harbour');
  await page.getByLabelText('Caption').fill('Minsk has none.');
  await page.getByLabelText('Credit', { exact: true }).fill('Jane Doe/Reuters');
  await exportAs(/^Save .md/u);
  await expect.poll(() => [...saved.keys()]).toEqual([`issue-${today}.md`, 'cover.jpg']);
  const markdown = await (await fetch(saved.get(`issue-${today}.md`) ?? '')).text();
  expect(markdown).toContain('![A harbour](cover.jpg)\n\nMinsk has none. (Jane Doe/Reuters)\n');
  const cover = await (await fetch(saved.get('cover.jpg') ?? '')).blob();
  expect(cover.type).toBe('image/jpeg');
  expect(await createImageBitmap(cover)).toMatchObject({ width: 2_000, height: 1_000 });
});

it('says with each copy where the cover picture belongs, and saves it', async () => {
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByLabelText('Choose a cover picture').upload(await drawPicture());
  await expect.element(page.getByLabelText('What the picture shows')).toBeVisible();
  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect
    .element(page.getByText('Markdown copied. It names cover.jpg: keep that beside it.'))
    .toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Save cover.jpg' }).click();
  await expect.poll(() => [...saved.keys()]).toEqual(['cover.jpg']);
  await exportAs('Copy for Ghost');
  await expect
    .element(
      page.getByText(/^Copied for Ghost.* The cover picture is not included: add it there by hand\.$/u),
    )
    .toBeVisible();
});

it('offers the cover picture after the title that a target has a field for', async () => {
  const saved = watchDownloads();
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByLabelText('Choose a cover picture').upload(await drawPicture());
  await expect.element(page.getByLabelText('What the picture shows')).toBeVisible();
  await exportAs('Copy for Substack');
  const message = page.getByRole('status');
  await message.getByRole('button', { name: 'Copy the title' }).click();
  await message.getByRole('button', { name: 'Save cover.jpg' }).click();
  await expect.poll(() => [...saved.keys()]).toEqual(['cover.jpg']);
});

it('says so if the file chosen as cover is not a picture', async () => {
  await showDesk(database);
  await page
    .getByLabelText('Choose a cover picture')
    .upload(new File(['text'], 'notes.png', { type: 'image/png' }));
  await expect.element(page.getByText(/cannot read “notes.png” as a picture/u)).toBeVisible();
});

async function drawPicture(): Promise<File> {
  const canvas = new OffscreenCanvas(3_000, 1_500);
  canvas.getContext('2d')?.fillRect(0, 0, 100, 100);
  return new File([await canvas.convertToBlob()], 'harbour.png', { type: 'image/png' });
}

/** Records what is saved: the names of the files, and the object URLs of their content. */
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

import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { inflate, LONGEST_PAGE_TEXT } from '../../../src/storage/database/inflated-text';
import { readSnapshot, saveSnapshot } from '../../../src/storage/snapshots';
import { saveClip } from '../../../src/storage/saved-clip';
import { article, openFreshDatabase } from '../../storage/fresh-database';
import { cutMarkdown } from '../../../desk/rendered/markdown-parts';
import { readBackup } from '../../../src/storage/backup/backup';
import { writeBackupFile } from '../../../src/storage/backup/backup-file';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import { markdownFromTree } from '../../../src/quotes/quote-markdown';
import { clip as storeClip, showDesk } from '../shown-desk';

/** This many parts are drawn at once, one after the other. The rest are drawn when they come near the viewport. */
const FIRST_PARTS = 40;
const countParts = () => document.querySelectorAll('.snapshot-text > .markdown').length;

async function gzip(pieces: BlobPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob(pieces).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

it('stops if a few bytes stand for 40 MB', async () => {
  const bomb = await gzip([new Uint8Array(40 * 2 ** 20)]);
  expect(bomb.length).toBeLessThan(60_000);
  const { text, isCut } = await inflate(bomb);
  expect([text.length, isCut]).toStrictEqual([LONGEST_PAGE_TEXT, true]);
});

it('shows what can be read of a damaged text', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  const bytes = await gzip([
    Array.from({ length: 20_000 }, (_, number) => `The talks ${number} go on.`).join(' '),
  ]);
  await database.put('snapshots', {
    clipId: clip.id,
    markdown: bytes.slice(0, -5_000),
    savedAt: clip.changedAt,
  });
  expect(await readSnapshot(database, clip.id)).toMatchObject({
    text: expect.stringMatching(/^The talks 0 go on\./u) as unknown,
    isTextCut: true,
  });
});

it.each([
  ['a letter', 'x'],
  ['empty lines', '\n\n'],
  ['words', 'The talks go on. '],
  ['brackets', '['],
  ['quotes in quotes', '> '],
  ['lists in lists', '- '],
  ['stars', '*a_'],
])('shows a part of a text of 40 MB of %s from a backup', { timeout: 60_000 }, async (_what, letter) => {
  const database = await openFreshDatabase();
  const clipId = await storeClip(database, 'Talks', 'Diplomacy');
  const bomb = await gzip([
    'It begins.\n\n',
    ...Array.from({ length: 40 }, () => letter.repeat(2 ** 20 / letter.length)),
  ]);
  const record = { clipId, markdown: bomb.toBase64(), savedAt: '2026-11-24T09:00:00.000Z' };
  const file = await writeBackupFile({ version: 3, createdAt: record.savedAt }, [
    { store: 'snapshots', record },
  ]);
  await restoreBackup(database, await readBackup(file), 'merge');
  await showDesk(database);
  await page.getByRole('treeitem', { name: 'Talks The Daily' }).click();
  await page.getByRole('button', { name: 'Saved text of the page' }).click();
  await expect.element(page.getByText('It begins.')).toBeVisible();
  await expect.poll(countParts, { timeout: 20_000 }).toBeGreaterThanOrEqual(FIRST_PARTS);
  expect(countParts()).toBeLessThan(4 * FIRST_PARTS); // of more than a thousand parts
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(page.getByText('It begins.')).not.toBeInTheDocument();
});

it('splits Markdown between blocks, and loses nothing', () => {
  const blocks = Array.from(
    { length: 2_000 },
    (_, number) => `Paragraph ${number}. ${'Words. '.repeat(number % 50)}`,
  );
  const parts = [...cutMarkdown(blocks.join('\n\n'))];
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.join('').split('\n\n')).toStrictEqual(blocks);
  for (const part of parts.slice(0, -1)) expect(part).toMatch(/\n\n$/u);
});

it('says how much of a page is saved whose text is longer than that', async () => {
  const database = await openFreshDatabase();
  const clipId = await storeClip(database, 'Talks', 'Diplomacy');
  const tree = { type: 'root', children: [{ type: 'text', value: 'The talks go on. '.repeat(70_000) }] };
  let isTextCut = false;
  const text = markdownFromTree(tree, undefined, () => (isTextCut = true));
  await saveSnapshot(database, clipId, { text, isTextCut });
  await showDesk(database);
  await page.getByRole('treeitem', { name: 'Talks The Daily' }).click();
  await page.getByRole('button', { name: 'Saved text of the page' }).click();
  const saved = text.length.toLocaleString('en');
  await expect
    .element(page.getByText(`Only the first ${saved} characters of the page’s text are saved`))
    .toBeVisible();
  await saveSnapshot(database, clipId, { text: 'Short.' });
  expect(await readSnapshot(database, clipId)).toStrictEqual({ text: 'Short.' });
  await saveSnapshot(database, clipId, { text: 'x'.repeat(LONGEST_PAGE_TEXT + 1) });
  expect(await readSnapshot(database, clipId)).toMatchObject({ isTextCut: true });
});

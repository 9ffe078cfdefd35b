import { expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { saveClip } from '../../src/storage/saved-clip';
import { article } from '../storage/fresh-database';
import { openOptionsPage } from './options-page';

const fact = (name: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}`, 'u') })
    .element().nextElementSibling;

function answerPersist(answer: () => Promise<boolean>) {
  const persist = vi.spyOn(StorageManager.prototype, 'persist').mockImplementation(answer);
  onTestFinished(() => persist.mockRestore());
}

it('counts what there is, and again when a clip comes', async () => {
  const { database } = await openOptionsPage('storage');
  await expect.poll(() => fact('Clips')?.textContent).toBe('0');
  await saveClip(database, { content: article });
  await expect.poll(() => fact('Clips')?.textContent).toBe('1');
  expect(fact('Space used')?.textContent).toMatch(/^[\d.,]+ (byte|kB|MB|GB)$/u);
});

it.each([
  ['refuses', () => Promise.resolve(false)],
  ['never answers', () => new Promise<never>(() => undefined)],
])('says so if the browser %s when it is asked to keep everything', async (_how, answer) => {
  answerPersist(answer);
  await openOptionsPage('storage');
  await page.getByRole('button', { name: 'Ask the browser to keep the data' }).click();
  await expect.element(page.getByText('The browser does not promise it.'), { timeout: 5_000 }).toBeVisible();
});

it('shows the keys that clip a page', async () => {
  await openOptionsPage('shortcut');
  await expect.element(page.getByText('Alt+Shift+K')).toBeVisible();
});

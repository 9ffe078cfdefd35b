import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { openOptionsPage } from './options-page';

it('stores how many words of an article may be quoted, and rejects what is not a number', async () => {
  const { database } = await openOptionsPage();
  const limit = async () => (await readPreferences(database)).mostQuotedWords;
  const field = page.getByLabelText('Maximum words quoted from one article');
  await field.fill('300');
  await expect.poll(limit).toBe(300);
  await field.fill('many');
  await expect.element(page.getByText('A whole number, 1 or more')).toBeVisible();
  expect(await limit()).toBe(300);
  await field.fill('');
  await expect.poll(limit).toBeUndefined();
});

import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { openOptionsPage } from './options-page';

it('keeps whether the popup stays open after saving', async () => {
  const { database } = await openOptionsPage('popup');
  const setting = async () => (await readPreferences(database)).keepsPopupOpen;
  await page.getByText('Keep the popup open after saving').click();
  await expect.poll(setting).toBe(true);
  await page.getByText('Keep the popup open after saving').click();
  await expect.poll(setting).toBeUndefined();
});

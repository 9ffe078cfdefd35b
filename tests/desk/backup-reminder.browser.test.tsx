import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readReminder } from '../../src/storage/backup/backup-times';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

it('reminds of a backup when the desk is first drawn, so that nothing moves later, until it is postponed', async () => {
  const database = await openFreshDatabase();
  for (let number = 1; number <= 20; number += 1) await clip(database, `Talks ${number}`);
  await showDesk(database);
  expect(document.querySelector('main .notice')?.textContent).toContain('No backup has been saved yet');
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect.poll(() => document.querySelector('main .notice')).toBeNull();
  expect(await readReminder(database)).toBeUndefined();
});

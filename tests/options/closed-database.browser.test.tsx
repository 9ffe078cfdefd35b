import { unwrap } from 'idb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openDatabase, type Database } from '../../src/storage/database/database';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { saveClip } from '../../src/storage/saved-clip';
import { article, freshName } from '../storage/fresh-database';
import { loseDatabase, openNamed } from '../storage/journal/lost-database';
import { showOptionsPage } from './options-page';

/* Chromium closes a database when it finds that a file of it is damaged, and deletes it when it is opened again. */

let opened: Database[];
beforeEach(() => {
  opened = [];
  copySaves(() => undefined);
});
afterEach(() => {
  copySaves(() => undefined);
});

it('the options offer what is missing after the browser has closed the database', async () => {
  const database = await openNamed(freshName());
  await saveClip(database, { content: article });
  const { name } = database;
  showOptionsPage(async ({ onClosed }) => {
    const connection = await openDatabase({ name, ...(onClosed && { onClosed }) });
    opened.push(connection);
    return connection;
  });
  await expect.element(page.getByText('Masthead and sign-off').first()).toBeVisible();
  const [first] = opened;
  if (first === undefined) throw new Error('the page has opened no database');
  first.close();
  await loseDatabase(database);
  unwrap(first).dispatchEvent(new Event('close'));
  await expect.element(page.getByText('Missing here: 1 clip')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Bring it back' })).toBeVisible();
});

import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Database } from '../../src/storage/database/database';
import { saveSnapshot } from '../../src/storage/snapshots';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

const PICTURE = {
  address: 'https://daily.example/harbour.jpg',
  alternative: 'Two cranes',
  caption: 'The harbour at dawn.',
  credit: 'Jane Doe/Reuters',
};

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
});

const shown = () => page.getByRole('group', { name: 'Lead picture of the page' });

async function openClip(headline: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(`^${headline}`, 'u') }).click();
}

it('shows what the page said of its lead picture, with a link that tells the site nothing', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  await saveSnapshot(database, id, { leadPicture: PICTURE });
  await showDesk(database);
  await openClip('Talks');
  await expect.element(shown()).toHaveTextContent('The harbour at dawn.Picture: Jane Doe/Reuters');
  const link = shown().getByRole('link', { name: 'Open the lead picture' });
  await expect.element(link).toHaveAttribute('href', PICTURE.address);
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  expect(document.querySelector('img, picture, video')).toBeNull();
});

it('shows the words of a picture that is kept while its clip lies open', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
  await openClip('Talks');
  await expect.element(page.getByRole('button', { name: 'Saved text of the page' })).toBeVisible();
  await saveSnapshot(database, id, { leadPicture: PICTURE });
  await expect.element(shown()).toHaveTextContent('The harbour at dawn.');
});

it('copies its words to the cover, with Undo', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  await saveSnapshot(database, id, { leadPicture: PICTURE });
  const desk = await showDesk(database);
  await openClip('Talks');
  await page.getByRole('button', { name: 'Use these words for the cover' }).click();
  const cover = () => desk.content.issue.cover;
  await expect
    .poll(cover)
    .toStrictEqual({ alt: 'Two cranes', caption: 'The harbour at dawn.', credit: 'Jane Doe/Reuters' });
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.poll(cover).toBeUndefined();
});

it('offers no words to the cover of a published issue', async () => {
  const id = await clip(database, 'Talks', 'Diplomacy');
  await saveSnapshot(database, id, { leadPicture: PICTURE });
  await showDesk(database);
  await page.getByRole('button', { name: 'Mark as published' }).click();
  await expect.element(page.getByText(/kept as it was published/u)).toBeVisible();
  await openClip('Talks');
  await expect.element(shown()).toHaveTextContent('The harbour at dawn.');
  expect(page.getByRole('button', { name: 'Use these words for the cover' }).query()).toBeNull();
});

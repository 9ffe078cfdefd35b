import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readNewsletters } from '../../src/storage/newsletter-list';
import { createNewsletter } from '../../src/storage/newsletters';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { saveClip } from '../../src/storage/saved-clip';
import { changePreferences } from '../../src/storage/stored-preferences';
import { article } from '../storage/fresh-database';
import { openOptionsPage } from './options-page';

const choice = () => page.getByRole('combobox', { name: 'Newsletter' });
const title = () => page.getByRole('textbox', { name: 'Title', exact: true });

it('makes a further newsletter, which begins in the style of the one before, and is then edited by itself', async () => {
  const { database } = await openOptionsPage('masthead');
  await changePreferences(database, (before) => ({
    ...before,
    title: 'The Week',
    houseStyle: { ...before.houseStyle, numbering: 'none' },
  }));
  expect(choice().elements()).toHaveLength(0);
  await page.getByLabelText('Title of a further newsletter').fill('Markets');
  await userEvent.keyboard('{Enter}');
  await expect.element(choice()).toBeVisible();
  await expect.element(title()).toHaveValue('Markets');
  await title().fill('Markets weekly');
  const further = async () => (await readNewsletters(database))[1];
  await expect.poll(async () => (await further())?.title).toBe('Markets weekly');
  const { id = '' } = (await further()) ?? {};
  expect((await readPreferences(database, id)).houseStyle.numbering).toBe('none');
  await choice().selectOptions('The Week');
  await expect.element(title()).toHaveValue('The Week');
  expect((await readPreferences(database)).title).toBe('The Week');
});

it('removes a newsletter in which there is nothing, with Undo, and says why it does not remove another', async () => {
  const { database } = await openOptionsPage('masthead');
  const markets = await createNewsletter(database, { title: 'Markets' });
  const remove = page.getByRole('button', { name: 'Remove “Markets”' });
  await remove.click();
  await expect.element(page.getByText('Removed: Markets')).toBeVisible();
  expect(await readNewsletters(database)).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(remove).toBeVisible();
  await saveClip(database, { content: article, newsletterId: markets });
  await remove.click();
  await expect.element(page.getByText(/“Markets” was not removed/u)).toBeVisible();
  expect(await readNewsletters(database)).toHaveLength(2);
});

it('asks for the title of a newsletter that is added without one', async () => {
  await openOptionsPage('masthead');
  await page.getByLabelText('Title of a further newsletter').click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Type the title of the newsletter.')).toBeVisible();
});

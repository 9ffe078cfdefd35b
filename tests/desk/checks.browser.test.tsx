import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readClip } from '../../src/storage/clips';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, readManuscript, showDesk } from './shown-desk';

it('tells before sending what to look at, and leads there', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
  await clip(database, 'THREE PORTS AGREE ON A TARIFF', 'Diplomacy', { comment: 'So “they say.' });
  await showDesk(database);
  await page.getByLabelText('Title of the issue').fill('The Week');
  await page.getByRole('button', { name: 'Checks (2)' }).click();
  await page.getByRole('button', { name: /A headline in capitals/u }).click();
  await expect.element(page.getByLabelText('Headline', { exact: true }).first()).toHaveFocus();
  await page.getByLabelText('Headline', { exact: true }).first().fill('Three ports agree on a tariff');
  await expect.element(page.getByRole('button', { name: 'Checks (1)' })).toBeVisible();
});

it('sets right what it can at once: a tracking address, capitals, a clip without section; Undo takes it back', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy', { comment: 'Striking.' });
  const id = await clip(database, 'THREE PORTS AGREE ON A TARIFF', undefined, {
    comment: 'At last.',
    address: 'https://daily.example/ports?id=7&utm_source=mail',
  });
  const desk = await showDesk(database);
  await page.getByRole('button', { name: /^Checks/u }).click();
  await page.getByRole('button', { name: 'Clean the address' }).click();
  await page.getByRole('button', { name: 'Write in small letters' }).click();
  const place = page.getByRole('complementary').getByRole('button', { name: 'Move to section' });
  await place.click();
  await page.getByRole('menuitem', { name: '1 Diplomacy' }).click();
  await expect.poll(readManuscript).toEqual(['Diplomacy: Talks, Three ports agree on a tariff']);
  expect(await readClip(database, id)).toMatchObject({ address: 'https://daily.example/ports?id=7' });
  for (let act = 0; act < 3; act += 1) await desk.undo();
  expect(await readClip(database, id)).toMatchObject({
    address: 'https://daily.example/ports?id=7&utm_source=mail',
    headline: 'THREE PORTS AGREE ON A TARIFF',
  });
});

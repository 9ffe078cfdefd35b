import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flushTextEdits } from '../../../desk/state/text-edit';
import { readClip } from '../../../src/storage/clip-lookup';
import type { Database } from '../../../src/storage/database/database';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { openFreshDatabase } from '../../storage/fresh-database';
import { clip, showDesk } from '../shown-desk';

let database: Database;
let id: string;
beforeEach(async () => {
  database = await openFreshDatabase();
  id = await clip(database, 'Talks', 'Diplomacy', {
    address: 'https://www.caixin.com/1',
    language: 'zh-Hans',
  });
});

const field = (label: string) => page.getByLabelText(label, { exact: true });
const printed = () => document.querySelector('.issue-preview')?.textContent;

it('takes related headlines below an item by the keyboard alone, a line each, and prints them there', async () => {
  await showDesk(database);
  (page.getByRole('treeitem', { name: /^Talks/u }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Comment')).toHaveFocus();
  const add = page.getByRole('button', { name: 'Related headlines' });
  for (let stops = 0; document.activeElement !== add.element() && stops < 40; stops += 1)
    await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.element(field('Related headlines')).toHaveFocus();
  await userEvent.keyboard('Rates rise{Enter}{Enter}Ports close ');
  await flushTextEdits();
  expect((await readClip(database, id))?.relatedHeadlines).toEqual(['Rates rise', 'Ports close']);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect.poll(printed).toMatch(/Talks – .*Rates rise\s*Ports close\s*The talks/su);
});

it('opens related headlines where they are clicked', async () => {
  await clip(database, 'Rates', 'Diplomacy', { relatedHeadlines: ['Rates rise'] });
  await showDesk(database);
  await page.getByText('Rates rise').first().click();
  await expect.element(field('Related headlines')).toHaveFocus();
});

it('allows an item without a headline: its outlet is linked instead', async () => {
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).dblClick();
  await userEvent.keyboard('{Control>}a{/Control}{Delete}');
  await flushTextEdits();
  expect(await readClip(database, id)).not.toHaveProperty('headline');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect
    .poll(() => document.querySelector('.issue-preview a[href="https://www.caixin.com/1"]')?.textContent)
    .toBe('The Daily');
});

it('labels the language of outlets that publish in several, marked where it is seen, with Undo', async () => {
  await changePreferences(database, (preferences) => ({
    ...preferences,
    houseStyle: { ...preferences.houseStyle, showsLanguage: 'outlets' },
  }));
  await showDesk(database);
  await page.getByRole('treeitem', { name: /^Talks/u }).click();
  const line = () => document.querySelector('.clip .source')?.textContent;
  expect(line()).not.toContain('Chinese-language');
  await page.getByLabelText('caixin.com publishes in several languages').click();
  await expect.poll(line).toContain('Chinese-language');
  const marks = async () => (await readPreferences(database)).houseStyle.severalLanguages;
  expect(await marks()).toEqual({ 'caixin.com': true });
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(line).not.toContain('Chinese-language');
  expect(await marks()).toEqual({});
  await userEvent.keyboard('{Control>}y{/Control}');
  await expect.poll(marks).toEqual({ 'caixin.com': true });
});

import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HouseStyle } from '../../src/news/house-style';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { frameDesk } from '../desk/framed-desk';
import { clip } from '../desk/shown-desk';
import { openOptionsPage } from './options-page';

const part = () => page.getByRole('region', { name: 'Outlets in several languages' });
const mark = (site: string) => part().getByLabelText(`${site} publishes in several languages`);

async function openWithMarks(severalLanguages: HouseStyle['severalLanguages']) {
  const { database, name } = await openOptionsPage('languages');
  await changePreferences(database, (preferences) => ({
    ...preferences,
    houseStyle: { ...preferences.houseStyle, showsLanguage: 'outlets', severalLanguages },
  }));
  const stored = async () => (await readPreferences(database)).houseStyle.severalLanguages;
  return { database, name, stored };
}

async function addSite(text: string) {
  await part().getByLabelText('Site, or the address of a page').fill(text);
  await userEvent.keyboard('{Enter}');
}

it('marks an outlet by the address of any of its pages, and waits for the next', async () => {
  const { stored } = await openWithMarks({});
  await addSite('https://www.caixin.com/2023-02-20/1.html?utm_source=x');
  await expect.poll(stored).toStrictEqual({ 'caixin.com': true });
  await expect.element(mark('caixin.com')).toBeChecked();
  await expect.element(part().getByLabelText('Site, or the address of a page')).toHaveFocus();
  await expect.element(part().getByLabelText('Site, or the address of a page')).toHaveValue('');
});

it.each([
  ['what is no site', 'not a site', 'Not a site.'],
  ['a site that is there already', 'www.caixin.com', 'caixin.com is already in the list'],
])('rejects %s, with a message', async (_what, site, words) => {
  const { stored } = await openWithMarks({ 'caixin.com': false });
  await expect.element(mark('caixin.com')).not.toBeChecked();
  await addSite(site);
  await expect.element(part().getByText(words)).toBeVisible();
  expect(await stored()).toStrictEqual({ 'caixin.com': false });
});

it('shows which sites are known, and lets the analyst override them', async () => {
  const { stored } = await openWithMarks({});
  await part()
    .getByText(/sites that Clipsheet knows$/u)
    .click();
  await expect.element(part().getByText('nytimes.com')).toBeVisible();
  await addSite('nytimes.com');
  await mark('nytimes.com').click();
  await expect.poll(stored).toStrictEqual({ 'nytimes.com': false });
});

it('removes a mark with Undo by the keyboard, as it was', async () => {
  const { stored } = await openWithMarks({ 'caixin.com': true, 'news.bbc.com': false });
  await expect.element(mark('news.bbc.com')).toBeVisible();
  (mark('news.bbc.com').element() as HTMLElement).focus();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await expect.poll(stored).toStrictEqual({ 'caixin.com': true });
  await expect.element(part().getByText('Removed: news.bbc.com')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(stored).toStrictEqual({ 'caixin.com': true, 'news.bbc.com': false });
  await expect.element(mark('news.bbc.com')).toHaveFocus();
});

it('keeps what another page has marked since, when a removal is undone', async () => {
  const { database, stored } = await openWithMarks({ 'caixin.com': true });
  await part().getByRole('button', { name: 'Remove “caixin.com”' }).click();
  await changePreferences(database, (preferences) => ({
    ...preferences,
    houseStyle: { ...preferences.houseStyle, severalLanguages: { 'caixin.com': false } },
  }));
  await expect.element(mark('caixin.com')).not.toBeChecked();
  await part().getByRole('button', { name: 'Undo' }).click();
  await expect.element(mark('caixin.com')).toHaveFocus();
  expect(await stored()).toStrictEqual({ 'caixin.com': false });
});

it('keeps the marks when a style is taken over, and when that is undone', async () => {
  const { stored } = await openWithMarks({});
  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
  await goTo('House style');
  await page.getByLabelText('Start from').selectOptions('Links');
  await goTo('Outlets');
  await addSite('caixin.com');
  await goTo('House style');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByLabelText('Show languages')).toHaveValue('outlets');
  expect(await stored()).toStrictEqual({ 'caixin.com': true });
});

it('shows what is marked at an open desk, which labels by what is marked here', async () => {
  const { database, name } = await openWithMarks({});
  await clip(database, 'Talks', 'Diplomacy', {
    address: 'https://www.caixin.com/1',
    language: 'zh-Hans',
  });
  await page.viewport(1440, 900);
  const { desk, show } = frameDesk(name);
  const label = desk.getByText('Chinese-language', { exact: true });
  await desk.getByRole('treeitem', { name: /^Talks/u }).click();
  await desk.getByLabelText('caixin.com publishes in several languages').click();
  await expect.element(label).toBeVisible();
  show('hidden');
  await expect.element(mark('caixin.com')).toBeChecked();
  await mark('caixin.com').click();
  show('visible');
  await expect.element(label).not.toBeInTheDocument();
});

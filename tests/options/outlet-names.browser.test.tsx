import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { openOptionsPage } from './options-page';

const part = () => page.getByRole('region', { name: 'Outlet names' });
const siteField = () => part().getByLabelText('Site, or the address of a page');

async function openWithOutlets(outletNames: Record<string, string>) {
  const { database } = await openOptionsPage('outlets');
  await changePreferences(database, (preferences) => ({ ...preferences, outletNames }));
  return async () => (await readPreferences(database)).outletNames;
}

async function addOutlet(site: string, name: string) {
  await siteField().fill(site);
  await page.getByLabelText('Name of the outlet').fill(name);
  await userEvent.keyboard('{Enter}');
}

it.each([
  ['a host', 'www.tass.com', 'tass.com'],
  ['the address of a page', 'https://www.tass.com/politics/1?utm_source=x', 'tass.com'],
  ['a host without a scheme but with a path', ' tass.com/politics ', 'tass.com'],
  ['a host of another script, in the form that addresses have', 'пример.рф', 'xn--e1afmkfd.xn--p1ai'],
])('accepts %s as a site', async (_what, typed, site) => {
  const stored = await openWithOutlets({});
  await addOutlet(typed, ' TASS ');
  await expect.poll(stored).toStrictEqual({ [site]: 'TASS' });
});

it.each([
  ['what is no site', 'not a site', 'TASS', 'Not a site.'],
  ['a site that is there already', 'tass.com', 'Tass', 'TASS (tass.com) is already in the list'],
  ['an outlet without a name', 'xinhuanet.com', ' ', 'An outlet needs a name.'],
])('rejects %s, with a message, and keeps what was typed', async (_what, site, name, words) => {
  const stored = await openWithOutlets({ 'tass.com': 'TASS' });
  await addOutlet(site, name);
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(siteField()).toHaveValue(site);
  expect(await stored()).toStrictEqual({ 'tass.com': 'TASS' });
});

it('keeps a corrected name as it is typed', async () => {
  const stored = await openWithOutlets({ 'tass.com': 'TASS', 'people.com.cn': '人民网' });
  await page.getByLabelText('people.com.cn', { exact: true }).fill('人民日报');
  await expect.poll(stored).toStrictEqual({ 'tass.com': 'TASS', 'people.com.cn': '人民日报' });
});

it('removes a name with Undo', async () => {
  const stored = await openWithOutlets({ 'tass.com': 'TASS', 'people.com.cn': '人民日报' });
  await page.getByRole('button', { name: 'Remove “tass.com”' }).click();
  await expect.poll(stored).toStrictEqual({ 'people.com.cn': '人民日报' });
  await userEvent.keyboard('{Enter}');
  await expect.poll(stored).toStrictEqual({ 'tass.com': 'TASS', 'people.com.cn': '人民日报' });
  await expect.element(page.getByLabelText('tass.com', { exact: true })).toHaveFocus();
});

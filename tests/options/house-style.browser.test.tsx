import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { HOUSE_STYLES, REPORT } from '../../src/news/house-style';
import { readPreferences } from '../../src/storage/preferences';
import { openOptionsPage } from './options-page';

const sample = () => page.getByRole('figure', { name: 'Sample' });

async function openHouseStyle() {
  const { database } = await openOptionsPage();
  await expect.element(sample()).toBeVisible();
  return async () => (await readPreferences(database)).houseStyle;
}

it('shows at once what a style does to an issue, and stores it', async () => {
  const stored = await openHouseStyle();
  await expect
    .element(sample())
    .toHaveTextContent('Table of Contents: Trade Diplomacy 1) Trade Ministers meet');
  await page.getByLabelText('Numbers of sections').selectOptions('1. 2. 3.');
  await page.getByLabelText('Table of contents', { exact: true }).click();
  await page.getByLabelText('Headline and outlet').selectOptions('Headline | Outlet');
  await page.getByLabelText('Before a comment').fill('Note:');
  await page.getByLabelText('Between two quotes').fill('[…]');
  await expect
    .element(sample())
    .toHaveTextContent(
      /^Sample\s*1\. Trade Ministers meet over port dues \| The Harbour Daily.*\[…\].*Note: The third/u,
    );
  await expect.poll(stored).toStrictEqual({
    ...REPORT,
    numbering: 'period',
    hasContents: false,
    outletMark: ' | ',
    commentLabel: 'Note:',
    gapMark: '[…]',
  });
});

it('writes dates and labels in the language of the issue', async () => {
  await openHouseStyle();
  await page.getByLabelText('Language of the issue').selectOptions('Russian');
  await expect.element(sample()).toHaveTextContent('[20 февр.] [китайский]');
  await page.getByLabelText('Dates').selectOptions('20 февраля 2026 г.');
  await expect.element(sample()).toHaveTextContent('[20 февраля 2026 г.]');
});

it('takes over a style to start from, with Undo', async () => {
  const stored = await openHouseStyle();
  await expect.element(page.getByLabelText('Start from')).toHaveValue('report');
  await page.getByLabelText('Bylines').click();
  await expect.element(page.getByLabelText('Start from')).toHaveValue('own');
  await page.getByLabelText('Start from').selectOptions('Links');
  await expect.poll(stored).toStrictEqual(HOUSE_STYLES.links);
  await expect.element(sample().getByRole('listitem').first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(stored).toStrictEqual({ ...REPORT, hasByline: true });
});

it('shows the sample below the headings of the page', async () => {
  await openHouseStyle();
  await userEvent.tab();
  expect(sample().element().querySelectorAll('h1, h2')).toHaveLength(0);
  await expect.element(sample().getByRole('heading', { level: 3 }).first()).toHaveTextContent('1) Trade');
});

import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readBin } from '../../../src/storage/bin';
import { readClip } from '../../../src/storage/clip-lookup';
import { copySaves } from '../../../src/storage/journal/kept-saves';
import { article } from '../../storage/fresh-database';
import { afterLongAbsence, connectBoth } from '../../sync/long-absence';
import { settle } from '../../sync/machine';
import { readManuscript, showDesk } from '../shown-desk';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

const question = () =>
  page
    .getByRole('status')
    .getByText(
      'This machine was away for more than 90 days. 1 clip that only it still had is now in the bin.',
      { exact: true },
    );
const button = (name: string) => page.getByRole('status').getByRole('button', { name, exact: true });
const { headline = '' } = article;
const FILED = [`Diplomacy: ${headline}`];

it('restores what only this machine still had, on all machines, with Undo', async () => {
  const { laptop, desktop, id } = await afterLongAbsence();
  await showDesk(desktop.database);
  await connectBoth(laptop, desktop);
  await expect.element(question()).toBeVisible();
  await button('Show').click();
  await expect.element(page.getByRole('region', { name: 'Bin' }).getByText(headline)).toBeVisible();
  await button('Restore').click();
  await expect.element(question()).not.toBeInTheDocument();
  await expect.poll(readManuscript).toStrictEqual(FILED);
  await settle(laptop, desktop);
  expect((await readClip(laptop.database, id))?.binnedAt).toBeUndefined();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(question()).toBeVisible();
  await settle(laptop, desktop);
  expect(await readBin(laptop.database)).toMatchObject([{ id }]);
});

it('asks until the clips are to stay in the bin, also a desk that is opened later', async () => {
  const { laptop, desktop, id } = await afterLongAbsence();
  await connectBoth(laptop, desktop);
  await showDesk(desktop.database);
  await expect.element(question()).toBeVisible();
  button('Leave in the bin').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(question()).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement?.localName).not.toBe('body');
  expect(await readBin(desktop.database)).toMatchObject([{ id }]);
  render(null, document.body);
  await showDesk(desktop.database);
  await expect.element(page.getByText('Connecting…')).toBeVisible();
  await expect.element(question()).not.toBeInTheDocument();
});

it('does not ask on the machine where the clips were deleted', async () => {
  const { laptop, desktop, id } = await afterLongAbsence();
  await connectBoth(laptop, desktop);
  await showDesk(laptop.database);
  await expect.element(page.getByText('Connecting…')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Bin (1)' })).toBeVisible();
  await expect.element(question()).not.toBeInTheDocument();
  expect(await readBin(laptop.database)).toMatchObject([{ id }]);
});

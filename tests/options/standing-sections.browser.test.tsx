import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { openOptionsPage } from './options-page';

async function openWithSections(...standingSections: string[]) {
  const { database } = await openOptionsPage();
  await changePreferences(database, (preferences) => ({ ...preferences, standingSections }));
  const stored = async () => (await readPreferences(database)).standingSections;
  return { database, stored };
}

const section = (number: number) => page.getByRole('textbox', { name: `Section ${number}`, exact: true });

it('adds a section at the end, says so once it is stored, and waits for the next', async () => {
  const { stored } = await openWithSections('Diplomacy');
  await page.getByLabelText('New section').fill('  Trade  and dues ');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(await stored()).toStrictEqual(['Diplomacy', 'Trade and dues']);
  await expect.element(page.getByLabelText('New section')).toHaveFocus();
  await expect.element(page.getByLabelText('New section')).toHaveValue('');
});

it('rejects a second section with the same title, with a message', async () => {
  const { stored } = await openWithSections('Diplomacy');
  await page.getByLabelText('New section').fill('diplomacy');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('There is already a section “diplomacy”.')).toBeVisible();
  expect(await stored()).toStrictEqual(['Diplomacy']);
});

it('keeps a title as it is typed, but none that another section has', async () => {
  const { stored } = await openWithSections('Trade', 'Tra');
  await section(1).click();
  await userEvent.keyboard('{Backspace}{Backspace}');
  await expect.element(page.getByText('There is already a section “Tra”.')).toBeVisible();
  await userEvent.keyboard('nsit');
  await expect.poll(stored).toStrictEqual(['Transit', 'Tra']);
});

it('moves a section by its buttons and by Alt with an arrow, and the focus goes with it', async () => {
  const { stored } = await openWithSections('One', 'Two', 'Three');
  await page.getByRole('button', { name: 'Move “Three” up' }).click();
  await expect.poll(stored).toStrictEqual(['One', 'Three', 'Two']);
  await expect.element(page.getByRole('button', { name: 'Move “Three” up' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(stored).toStrictEqual(['Three', 'One', 'Two']);
  await expect.element(page.getByRole('button', { name: 'Move “Three” down' })).toHaveFocus();
  await section(1).click();
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
  await expect.poll(stored).toStrictEqual(['One', 'Two', 'Three']);
  await expect.element(section(3)).toHaveFocus();
  await expect.element(page.getByText('“Three” is now section 3 of 3')).toBeInTheDocument();
});

it('removes a section with Undo, which brings it back to its place', async () => {
  const { stored } = await openWithSections('One', 'Two', 'Three');
  await page.getByRole('button', { name: 'Remove “Two”' }).click();
  await expect.poll(stored).toStrictEqual(['One', 'Three']);
  await expect.element(page.getByRole('button', { name: 'Undo' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(stored).toStrictEqual(['One', 'Two', 'Three']);
  await expect.element(section(2)).toHaveFocus();
});

it('shows a change made elsewhere without losing what is being typed', async () => {
  const { database, stored } = await openWithSections('One', 'Two');
  await page.getByLabelText('New section').fill('Half a tit');
  await section(1).click();
  await userEvent.keyboard(' more ');
  await changePreferences(database, (preferences) => ({
    ...preferences,
    standingSections: [...preferences.standingSections, 'Three'],
  }));
  await expect.element(section(3)).toHaveValue('Three');
  await expect.element(section(1)).toHaveValue('One more ');
  await userEvent.keyboard('words');
  await expect.element(page.getByLabelText('New section')).toHaveValue('Half a tit');
  await expect.poll(stored).toStrictEqual(['One more words', 'Two', 'Three']);
});

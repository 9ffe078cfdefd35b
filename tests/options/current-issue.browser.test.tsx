import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { changePreferences } from '../../src/storage/stored-preferences';
import { openOptionsPage } from './options-page';

it('adds to an issue that was begun what it lacks, replaces nothing, with Undo', async () => {
  const { database } = await openOptionsPage();
  const { id } = await readCurrentIssue(database);
  const begun = await changeIssue(database, id, (issue) => ({
    ...issue,
    title: 'Its own title',
    sections: [{ id: 'trade', title: 'trade' }],
  }));
  await changePreferences(database, (preferences) => ({
    ...preferences,
    title: 'The Week',
    subtitle: 'Weekly',
    standingSections: ['Diplomacy', 'Trade'],
  }));
  await expect.element(page.getByText('and lacks: Weekly · Diplomacy')).toBeVisible();
  await page.getByRole('button', { name: 'Add to the current issue' }).click();
  await expect.element(page.getByText('Added to the current issue: Weekly · Diplomacy')).toBeVisible();
  expect(await readCurrentIssue(database)).toMatchObject({
    title: 'Its own title',
    subtitle: 'Weekly',
    sections: [{ title: 'trade' }, { title: 'Diplomacy' }],
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('and lacks: Weekly · Diplomacy')).toBeVisible();
  const { changedAt, revision, edits, ...content } = await readCurrentIssue(database);
  expect(begun).toMatchObject(content);
});

it('offers nothing while no issue has begun: the first one begins with all of it', async () => {
  const { database } = await openOptionsPage();
  await changePreferences(database, (preferences) => ({ ...preferences, standingSections: ['Trade'] }));
  await expect.element(page.getByRole('textbox', { name: 'Section 1' })).toHaveValue('Trade');
  await expect.element(page.getByText('The current issue was started before')).not.toBeInTheDocument();
  expect(await database.count('issues')).toBe(0);
});

import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Database } from '../../src/storage/database/database';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue } from '../../src/storage/new-issue';
import { openFreshDatabase } from '../storage/fresh-database';
import { chooseTool, clip, openIssue, showDesk } from './shown-desk';

let database: Database;
beforeEach(async () => {
  database = await openFreshDatabase();
  for (const headline of ['One', 'Two', 'Three'])
    await clip(database, headline, 'Diplomacy', {
      quotes: [
        { id: `${headline}-a`, markdown: 'First.' },
        { id: `${headline}-b`, markdown: 'Second.' },
      ],
    });
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const line = (headline: string) => page.getByRole('treeitem', { name: new RegExp(`^${headline}`, 'u') });
const entry = (headline: string) => page.getByRole('article', { name: headline });

it('goes on to the next clip when one is put in the bin from its tools', async () => {
  await showDesk(database);
  await chooseTool('One', 'Move to the bin');
  await expect.element(entry('Two').getByRole('link', { name: 'Open the article “Two”' })).toHaveFocus();
});

it('goes on to the next quote when one is removed', async () => {
  await showDesk(database);
  await line('One').click();
  await button('Remove quote 1').click();
  await expect.element(page.getByRole('textbox', { name: 'Quote 1 of 1' })).toHaveFocus();
});

it('goes into the quote that is added, which says what belongs there', async () => {
  await showDesk(database);
  await line('One').click();
  await button('Add a quote').click();
  const added = page.getByRole('textbox', { name: 'Quote 3 of 3' });
  await expect.element(added).toHaveFocus();
  expect(document.querySelector('.prose-host.is-empty')?.getAttribute('data-placeholder')).toBe(
    'Words from the article',
  );
});

it('stays in the bin while it is looked through, and comes back to the button that leads there', async () => {
  await showDesk(database);
  await line('One').click();
  await userEvent.keyboard('{Escape}{Delete}');
  await expect.element(line('Two')).toHaveFocus();
  await userEvent.keyboard('{Delete}');
  await expect.element(line('Three')).toHaveFocus();
  await button('Bin (2)').click();
  await expect.element(button('Back to the outline')).toHaveFocus();
  await button('Restore').first().click();
  await expect.element(button('Restore')).toHaveFocus();
  await button('Empty the bin').click();
  await expect.element(button('Back to the outline')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Bin (0)')).toHaveFocus();
});

it('goes into the outline when the bar of what was selected is gone', async () => {
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, publication: { on: '2026-11-20' } }));
  await startNewIssue(database);
  await showDesk(database);
  await openIssue(/published/u);
  await line('One').click({ modifiers: ['Control'] });
  await button('Copy to the current issue').click();
  await expect.element(line('One')).toHaveFocus();
});

it('comes back to the line by Escape from the bar of what is selected', async () => {
  await showDesk(database);
  await line('One').click();
  await userEvent.keyboard('{Escape}m');
  await expect.element(page.getByRole('menuitem', { name: '1 Diplomacy' })).toHaveFocus();
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(line('One')).toHaveFocus();
});

it('names the clip in each of its three buttons, which follow its headline', async () => {
  await showDesk(database);
  const controls = [...entry('One').element().querySelectorAll('h3, button, .clip-tools a, blockquote')];
  expect(controls.slice(0, 5).map((each) => each.ariaLabel ?? each.textContent)).toEqual([
    'One',
    'Open the article “One”',
    'Move “One”',
    'More for “One”',
    'First.',
  ]);
});

it('returns to the outline by Escape from a menu of moving, a section’s title and the issue’s title', async () => {
  await showDesk(database);
  await line('One').click();
  await userEvent.keyboard('{Escape}');
  await expect.element(line('One')).toHaveFocus();
  await userEvent.keyboard('m');
  await expect.element(page.getByRole('menu')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(line('One')).toHaveFocus();
  await page.getByRole('textbox', { name: 'Title of section 1' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('treeitem', { name: /Diplomacy/u })).toHaveFocus();
  await page.getByLabelText('Title of the issue').click();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.role).toBe('treeitem');
});

it('searches by arrows and Enter, and Escape returns to the outline', async () => {
  await showDesk(database);
  await userEvent.keyboard('/');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('First');
  await expect.element(page.getByRole('button', { name: /^Two/u })).toBeVisible();
  await userEvent.keyboard('{ArrowDown}');
  const results = () => [...document.querySelectorAll('.search-results button')];
  expect(document.activeElement).toBe(results()[0]);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(results()[1]);
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await expect.element(page.getByRole('searchbox')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Headline', exact: true })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(document.activeElement).toBe(results()[0]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.role).toBe('treeitem');
  await expect.element(page.getByRole('searchbox')).toHaveValue('');
});

it('skips the bar and the outline by a link, the first stop of the Tab key', async () => {
  await showDesk(database);
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('link', { name: 'Skip to the issue' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement?.matches('main')).toBe(true);
});

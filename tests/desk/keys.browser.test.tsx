import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openFreshDatabase } from '../storage/fresh-database';
import { clip, showDesk } from './shown-desk';

beforeEach(async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
});

const line = () => page.getByRole('treeitem', { name: /^Talks/u });
const help = () => page.getByRole('dialog', { name: 'Shortcuts' });

it('shows all keys by ? and by a button, and goes back to where the focus was', async () => {
  (line().element() as HTMLElement).focus();
  await userEvent.keyboard('?');
  await expect.element(help()).toBeVisible();
  await expect.element(help()).toHaveTextContent(/Move to that section/u);
  await userEvent.keyboard('{Escape}');
  await expect.element(help()).not.toBeInTheDocument();
  await expect.element(line()).toHaveFocus();
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await help().getByRole('button', { name: 'Close' }).click();
  await expect.element(page.getByRole('button', { name: 'Shortcuts' })).toHaveFocus();
});

it('leads to the search by /, and types ? and / where words are written', async () => {
  (line().element() as HTMLElement).focus();
  await userEvent.keyboard('/');
  const search = page.getByLabelText('Search all clips');
  await expect.element(search).toHaveFocus();
  await userEvent.keyboard('a/b?');
  await expect.element(search).toHaveValue('a/b?');
  await expect.element(help()).not.toBeInTheDocument();
});

import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showNewsletter } from '../../../desk/actions/newsletter-actions';
import { chooseTarget } from '../../../desk/actions/target-actions';
import { FIRST_NEWSLETTER } from '../../../src/news/newsletter';
import { binClip } from '../../storage/changed-clip';
import type { Database } from '../../../src/storage/database/database';
import { findCurrentIssue } from '../../../src/storage/issue-lookup';
import {
  chooseNewsletter,
  readChosenNewsletter,
  readNewsletters,
} from '../../../src/storage/newsletter-list';
import { createNewsletter } from '../../../src/storage/newsletters';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { saveClip } from '../../../src/storage/saved-clip';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { article, openFreshDatabase } from '../../storage/fresh-database';
import { chooseTool, clip, readManuscript, showDesk } from '../shown-desk';

/** A database with "The Week", in which "Talks" is, and "Markets", in which "Yields" is. */
async function openWithTwo(): Promise<{ database: Database; markets: string; yields: string }> {
  const database = await openFreshDatabase();
  await changePreferences(database, (before) => ({ ...before, title: 'The Week' }));
  await clip(database, 'Talks', 'Diplomacy');
  const markets = await createNewsletter(database, { title: 'Markets', standingSections: ['Bonds'] });
  const { clip: saved } = await saveClip(database, {
    content: { ...article, address: 'https://daily.example/yields', headline: 'Yields' },
    newSection: 'Bonds',
    newsletterId: markets,
  });
  return { database, markets, yields: saved.id };
}

const menu = (name: string) => page.getByRole('button', { name: `Newsletter: ${name}` });
const shown = () => readManuscript().join(' · ');

it('asks for no newsletter while there is one', async () => {
  const database = await openFreshDatabase();
  await clip(database, 'Talks', 'Diplomacy');
  await showDesk(database);
  await expect.poll(shown).toContain('Diplomacy: Talks');
  expect(page.getByRole('button', { name: /Newsletter/u }).elements()).toHaveLength(0);
});

it('changes to the other newsletter by keys: its issue, inbox, bin and style', async () => {
  const { database, markets } = await openWithTwo();
  const { clip: loose } = await saveClip(database, {
    content: { ...article, headline: 'Loose' },
    newsletterId: markets,
  });
  await binClip(database, await clip(database, 'Binned', 'Diplomacy'));
  await changePreferences(
    database,
    (before) => ({ ...before, houseStyle: { ...before.houseStyle, numbering: 'none' } }),
    markets,
  );
  const desk = await showDesk(database);
  await expect.poll(shown).toContain('Diplomacy: Talks');
  expect(shown()).not.toContain('Loose');
  expect(desk.content.bin).toHaveLength(1);
  menu('The Week').element().focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitemradio', { name: 'The Week' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(shown).toContain('Bonds: Yields');
  await expect.element(menu('Markets')).toHaveFocus();
  expect(desk.announcement).toBe('Newsletter: Markets');
  expect(desk.content.inbox.map(({ id }) => id)).toStrictEqual([loose.id]);
  expect(desk.content.bin).toHaveLength(0);
  expect(desk.content.issues).toHaveLength(1);
  expect(desk.content.style.numbering).toBe('none');
  expect(await readChosenNewsletter(database)).toBe(markets);
});

it('begins a new issue, empties the bin and remembers the target for the newsletter on the desk only', async () => {
  const { database, markets, yields } = await openWithTwo();
  const binned = await clip(database, 'Binned', 'Diplomacy');
  await binClip(database, binned);
  await binClip(database, yields);
  await chooseNewsletter(database, markets);
  const week = await findCurrentIssue(database);
  const desk = await showDesk(database);
  await expect.element(menu('Markets')).toBeVisible();
  const before = desk.content.issue.id;
  await page.getByRole('button', { name: 'New issue' }).click();
  await expect.poll(() => desk.content.issue.id).not.toBe(before);
  expect((await findCurrentIssue(database, markets))?.id).toBe(desk.content.issue.id);
  expect(desk.content.issue.newsletterId).toBe(markets);
  expect((await findCurrentIssue(database))?.id).toBe(week?.id);
  await page.getByRole('button', { name: /^Bin/u }).click();
  await page.getByRole('button', { name: 'Empty the bin' }).click();
  await expect.poll(async () => database.getKey('clips', yields)).toBeUndefined();
  expect(await database.getKey('clips', binned)).toBe(binned);
  await chooseTarget(desk, 'ghost');
  expect((await readPreferences(database, markets)).target).toBe('ghost');
  expect(await readPreferences(database)).not.toHaveProperty('target');
});

it('finds clips and issues of both newsletters, says which, and opens a hit in its own', async () => {
  const { database } = await openWithTwo();
  await showDesk(database);
  await page.getByRole('searchbox').first().fill('yields');
  const hit = page.getByRole('button', { name: /Yields/u });
  await expect.element(hit).toHaveTextContent('The Daily · Markets · Markets');
  await hit.click();
  await expect.element(menu('Markets')).toBeVisible();
  await expect.poll(shown).toContain('Bonds: Yields');
});

it('moves a clip to the inbox of another newsletter, with Undo', async () => {
  const { database } = await openWithTwo();
  const desk = await showDesk(database);
  await expect.poll(shown).toContain('Diplomacy: Talks');
  await chooseTool('Talks', 'Move to the newsletter “Markets”');
  await expect.element(page.getByText('“Talks” moved to the inbox of “Markets”.').first()).toBeVisible();
  expect(shown()).not.toContain('Talks');
  await menu('The Week').click();
  await page.getByRole('menuitemradio', { name: 'Markets' }).click();
  await expect.poll(shown).toContain('Inbox: Talks');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => desk.content.inbox.map(({ headline }) => headline)).toStrictEqual([]);
  await showNewsletter(desk, FIRST_NEWSLETTER);
  await expect.poll(shown).toContain('Diplomacy: Talks');
});

it('moves all selected clips to another newsletter at once', async () => {
  const { database } = await openWithTwo();
  await clip(database, 'Tariffs', 'Trade');
  const desk = await showDesk(database);
  await expect.poll(shown).toContain('Trade: Tariffs');
  await page.getByRole('treeitem', { name: /^Talks/u }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('treeitem', { name: /^Tariffs/u }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: 'More for the selection' }).click();
  await page.getByRole('menuitem', { name: 'Move to the newsletter “Markets”' }).click();
  await expect.element(page.getByText('2 clips moved to the inbox of “Markets”.').first()).toBeVisible();
  await showNewsletter(desk, (await readNewsletters(database))[1]?.id ?? '');
  await expect
    .poll(() => desk.content.inbox.map(({ headline }) => headline))
    .toStrictEqual(['Talks', 'Tariffs']);
});

import { expect, it } from 'vitest';
import type { Clipping } from '../../popup/clipping';
import { settleNewsletter } from '../../popup/offered-newsletters';
import { findArticle, joinSelection, passagesIn } from '../../popup/popup-startup';
import { saveForm } from '../../popup/saving';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { findClips } from '../../src/storage/clip-lookup';
import type { Database } from '../../src/storage/database/database';
import { findCurrentIssue } from '../../src/storage/issue-lookup';
import { chooseNewsletter, readChosenNewsletter } from '../../src/storage/newsletter-list';
import { createNewsletter } from '../../src/storage/newsletters';
import { changePreferences } from '../../src/storage/stored-preferences';
import { openFreshDatabase } from '../storage/fresh-database';
import { KEY, openPopup } from './opened-popup';
import { dependenciesFor, pageAtHand, passage } from './page-at-hand';

/** A database with "The Week" and "Markets". */
async function openWithTwo(): Promise<{ database: Database; markets: string }> {
  const database = await openFreshDatabase();
  await changePreferences(database, (before) => ({ ...before, standingSections: ['Diplomacy', 'Trade'] }));
  const markets = await createNewsletter(database, {
    title: 'Markets',
    standingSections: ['Trade', 'Bonds'],
    lastSection: 'Bonds',
  });
  return { database, markets };
}

const late = (database: Database, page = pageAtHand()) => ({
  ...dependenciesFor(database, page),
  findArticle,
  joinSelection,
  passagesIn,
});

async function openSettled(database: Database, page = pageAtHand()): Promise<Clipping> {
  const clipping = await openPopup(database, page);
  await settleNewsletter(clipping, late(database, page));
  return clipping;
}

async function save(clipping: Clipping, database: Database): Promise<void> {
  await saveForm(clipping, settleNewsletter(clipping, late(database)), dependenciesFor(database));
}

const titles = ({ state }: Clipping) => state.context.issue?.sections.map(({ title }) => title);
const chosenTitle = ({ state }: Clipping) =>
  state.context.issue?.sections.find(({ id }) => id === state.form.content.sectionId)?.title;

it('asks for no newsletter while there is one', async () => {
  const clipping = await openSettled(await openFreshDatabase());
  expect(clipping.state.context).not.toHaveProperty('newsletters');
});

it('clips for the newsletter chosen last, into the section chosen last there', async () => {
  const { database, markets } = await openWithTwo();
  await chooseNewsletter(database, markets);
  const clipping = await openSettled(database);
  expect(titles(clipping)).toStrictEqual(['Trade', 'Bonds']);
  expect(chosenTitle(clipping)).toBe('Bonds');
  clipping.write('comment', 'Yields');
  await save(clipping, database);
  const { current } = await findClips(database, KEY, markets);
  expect(current?.issueId).toBe((await findCurrentIssue(database, markets))?.id);
  expect((await findClips(database, KEY)).current).toBeUndefined();
});

it('waits for the newsletter when it is saved at once', async () => {
  const { database, markets } = await openWithTwo();
  await chooseNewsletter(database, markets);
  const clipping = await openPopup(database);
  await save(clipping, database);
  expect((await findClips(database, KEY, markets)).current).toBeDefined();
});

it('changes the newsletter and keeps what was typed, the selection, and the section of the same title', async () => {
  const { database, markets } = await openWithTwo();
  const clipping = await openSettled(database, pageAtHand(passage('One.', 0)));
  expect(clipping.state.context.newsletterId).toBe(FIRST_NEWSLETTER);
  clipping.write('comment', 'Both');
  const trade = clipping.state.context.issue?.sections.find(({ title }) => title === 'Trade');
  clipping.chooseSection({ sectionId: trade?.id ?? '' });
  clipping.state.context.newsletters?.choose(markets);
  await expect.poll(() => titles(clipping)).toStrictEqual(['Trade', 'Bonds']);
  await expect.poll(() => clipping.state.form.content.quotes.length).toBe(1);
  expect(clipping.state.form.content.comment).toBe('Both');
  expect(chosenTitle(clipping)).toBe('Trade');
  expect(await readChosenNewsletter(database)).toBe(markets);
});

it('shows the clip of each newsletter, and keeps both apart', async () => {
  const { database, markets } = await openWithTwo();
  const first = await openSettled(database);
  first.write('comment', 'For the week');
  await save(first, database);
  const clipping = await openSettled(database);
  expect(clipping.state.form.content.comment).toBe('For the week');
  clipping.state.context.newsletters?.choose(markets);
  await expect.poll(() => clipping.state.context.newsletterId).toBe(markets);
  await expect.poll(() => clipping.state.form.content.comment).toBeUndefined();
  clipping.write('comment', 'For the markets');
  await save(clipping, database);
  expect((await findClips(database, KEY)).current?.comment).toBe('For the week');
  expect((await findClips(database, KEY, markets)).current?.comment).toBe('For the markets');
});

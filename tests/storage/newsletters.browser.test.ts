import { expect, it } from 'vitest';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { REPORT } from '../../src/news/house-style';
import { printForms } from '../../src/newsletter/printed-forms';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { binClip, restoreClip } from './changed-clip';
import { findClips, readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { copyToCurrentIssue } from '../../src/storage/copied-clips';
import { readCurrentIssue } from '../../src/storage/current-issue';
import type { Database } from '../../src/storage/database/database';
import { readEdition } from '../../src/storage/edition-content';
import { findCurrentIssue, readIssue } from '../../src/storage/issue-lookup';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue } from '../../src/storage/new-issue';
import {
  chooseNewsletter,
  readChosenNewsletter,
  readChosenOfSeveral,
  readNewsletters,
} from '../../src/storage/newsletter-list';
import {
  createNewsletter,
  makeCurrent,
  removeNewsletter,
  undoRemoveNewsletter,
} from '../../src/storage/newsletters';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { publishIssue } from '../../src/storage/publishing';
import { removeSectionOf } from '../../src/storage/removed-section';
import { saveClip } from '../../src/storage/saved-clip';
import { changePreferences } from '../../src/storage/stored-preferences';
import { article, openFreshDatabase, tickingClock } from './fresh-database';

const KEY = 'daily.example/talks';

/** A database with the first newsletter, "The Week", and a further one, "Markets". */
async function openWithTwo(): Promise<{ database: Database; markets: string }> {
  const database = await openFreshDatabase();
  await changePreferences(database, (before) => ({
    ...before,
    title: 'The Week',
    standingSections: ['Diplomacy'],
  }));
  const markets = await createNewsletter(database, { title: 'Markets', standingSections: ['Bonds'] });
  return { database, markets };
}

async function mergeInto(database: Database, other: Database): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

it('gives each newsletter its own masthead, style, sections and target, and shares the names of outlets', async () => {
  const { database, markets } = await openWithTwo();
  await changePreferences(
    database,
    (before) => ({
      ...before,
      target: 'ghost',
      lastSection: 'Bonds',
      houseStyle: { ...before.houseStyle, numbering: 'none', severalLanguages: { 'a.example': true } },
      outletNames: { 'daily.example': 'The Daily' },
      keepsPopupOpen: true,
    }),
    markets,
  );
  const shared = { outletNames: { 'daily.example': 'The Daily' }, keepsPopupOpen: true };
  const first = await readPreferences(database);
  expect(first).toMatchObject({ ...shared, title: 'The Week', standingSections: ['Diplomacy'] });
  expect(first.houseStyle).toStrictEqual({ ...REPORT, severalLanguages: { 'a.example': true } });
  expect(first).not.toHaveProperty('target');
  expect(await readPreferences(database, markets)).toStrictEqual({
    ...shared,
    title: 'Markets',
    standingSections: ['Bonds'],
    target: 'ghost',
    lastSection: 'Bonds',
    houseStyle: { ...REPORT, numbering: 'none', severalLanguages: { 'a.example': true } },
  });
});

it('makes the first issue of each newsletter from its own settings, and names a current draft for each', async () => {
  const { database, markets } = await openWithTwo();
  const week = await readCurrentIssue(database, tickingClock('week'));
  const first = await readCurrentIssue(database, tickingClock('markets'), markets);
  expect(week.sections.map(({ title }) => title)).toStrictEqual(['Diplomacy']);
  expect(first).toMatchObject({ newsletterId: markets, title: 'Markets', sections: [{ title: 'Bonds' }] });
  const second = await startNewIssue(database, tickingClock('second'), markets);
  expect((await findCurrentIssue(database, markets))?.id).toBe(second.id);
  await makeCurrent(database, first.id);
  expect((await findCurrentIssue(database, markets))?.id).toBe(first.id);
  expect((await findCurrentIssue(database))?.id).toBe(week.id);
});

it('keeps one clip of an article for each newsletter', async () => {
  const { database, markets } = await openWithTwo();
  const save = (comment: string, newsletterId: string) =>
    saveClip(database, { content: { ...article, comment }, articleKey: KEY, newsletterId });
  const week = await save('For the week.', FIRST_NEWSLETTER);
  const first = await save('Yields.', markets);
  const again = await save('Yields, again.', markets);
  expect(first.clip.id).not.toBe(week.clip.id);
  expect(first.clip.issueId).toBe(markets);
  expect(first.clip).not.toHaveProperty('earlierClipId');
  expect(again.clip.id).toBe(first.clip.id);
  expect((await readClip(database, week.clip.id))?.comment).toBe('For the week.');
  expect((await findClips(database, KEY)).current?.id).toBe(week.clip.id);
  expect((await findClips(database, KEY, markets)).current?.id).toBe(first.clip.id);
});

it('tells of earlier clips of an article only in issues of the same newsletter', async () => {
  const { database, markets } = await openWithTwo();
  const { clip } = await saveClip(database, { content: article, articleKey: KEY, newSection: 'Diplomacy' });
  await publishIssue(database, clip.issueId, printForms);
  await startNewIssue(database);
  expect((await findClips(database, KEY)).earlier?.clip.id).toBe(clip.id);
  expect(await findClips(database, KEY, markets)).toStrictEqual({});
});

it('saves a clip that was opened in the newsletter in which it is, whichever is chosen', async () => {
  const { database, markets } = await openWithTwo();
  const { clip } = await saveClip(database, { content: article, newsletterId: markets });
  const { clip: filed, section } = await saveClip(database, {
    id: clip.id,
    content: article,
    newSection: 'Bonds',
    newsletterId: FIRST_NEWSLETTER,
  });
  expect(section?.title).toBe('Bonds');
  expect((await readIssue(database, filed.issueId))?.newsletterId).toBe(markets);
});

it('keeps the clips of a removed section, and what comes too late for a published issue, in their own inbox', async () => {
  const { database, markets } = await openWithTwo();
  const save = (headline: string, newSection: string) =>
    saveClip(database, { content: { ...article, headline }, newSection, newsletterId: markets });
  const [bonds, stocks] = [await save('Bonds fall', 'Bonds'), await save('Stocks fall', 'Stocks')];
  const { issueId, sectionId = '' } = stocks.clip;
  await removeSectionOf(database, issueId, sectionId);
  expect((await readClip(database, stocks.clip.id))?.issueId).toBe(markets);
  await binClip(database, bonds.clip.id);
  await publishIssue(database, issueId, printForms);
  await restoreClip(database, bonds.clip.id);
  expect(await readClip(database, bonds.clip.id)).toMatchObject({ issueId: markets, lateFor: issueId });
  expect(await readClipsOfIssue(database, FIRST_NEWSLETTER)).toHaveLength(0);
});

it('publishes an issue in the style of its newsletter', async () => {
  const { database, markets } = await openWithTwo();
  await changePreferences(
    database,
    (before) => ({ ...before, houseStyle: { ...before.houseStyle, contentsTitle: 'Inside' } }),
    markets,
  );
  const { id } = await readCurrentIssue(database, undefined, markets);
  const { after } = await publishIssue(database, id, printForms);
  const edition = await readEdition(database, after.publication?.editionId ?? '');
  expect(edition?.style.contentsTitle).toBe('Inside');
});

it('copies clips of the archive into the current draft of the newsletter on the desk', async () => {
  const { database, markets } = await openWithTwo();
  const { clip } = await saveClip(database, { content: article, newSection: 'Bonds' });
  const [copy] = await copyToCurrentIssue(database, [clip.id], undefined, markets);
  const issue = await findCurrentIssue(database, markets);
  expect(copy).toMatchObject({ issueId: issue?.id, sectionId: issue?.sections[0]?.id });
});

it('keeps both newsletters that two machines have made, and takes a backup of before as the first one', async () => {
  const old = await openFreshDatabase();
  await saveClip(old, { content: { ...article, headline: 'From before' } });
  const { database: laptop, markets } = await openWithTwo();
  const desktop = await openFreshDatabase();
  const energy = await createNewsletter(desktop, { title: 'Energy' });
  const { clip } = await saveClip(desktop, { content: article, articleKey: KEY, newsletterId: energy });
  await saveClip(laptop, { content: article, articleKey: KEY, newsletterId: markets });
  await mergeInto(laptop, desktop);
  await mergeInto(desktop, laptop);
  await mergeInto(laptop, old);
  for (const machine of [laptop, desktop])
    expect((await readNewsletters(machine)).map(({ title }) => title)).toStrictEqual([
      'The Week',
      'Markets',
      'Energy',
    ]);
  expect((await readClipsOfIssue(laptop, energy)).map(({ id }) => id)).toStrictEqual([clip.id]);
  expect(await readClipsOfIssue(laptop, markets)).toHaveLength(1);
  expect(await readClipsOfIssue(laptop, FIRST_NEWSLETTER)).toMatchObject([{ headline: 'From before' }]);
});

it('removes a newsletter only while nothing is in it, and undoes that', async () => {
  const { database, markets } = await openWithTwo();
  const { id } = await readCurrentIssue(database, undefined, markets);
  await chooseNewsletter(database, markets);
  const removed = await removeNewsletter(database, markets);
  if (removed === undefined) throw new Error('It is still there');
  expect(await readNewsletters(database)).toStrictEqual([{ id: FIRST_NEWSLETTER, title: 'The Week' }]);
  expect(await readIssue(database, id)).toBeUndefined();
  expect(await readChosenNewsletter(database)).toBe(FIRST_NEWSLETTER);
  await undoRemoveNewsletter(database, removed);
  expect(await readChosenNewsletter(database)).toBe(markets);
  expect((await findCurrentIssue(database, markets))?.id).toBe(id);

  const { clip } = await saveClip(database, { content: article, newsletterId: markets });
  expect(await removeNewsletter(database, markets)).toBeUndefined();
  await binClip(database, clip.id);
  expect(await removeNewsletter(database, markets)).toBeUndefined();
  expect(await removeNewsletter(database, FIRST_NEWSLETTER)).toBeUndefined();
});

it('does not remove a newsletter in whose draft something is written', async () => {
  const { database, markets } = await openWithTwo();
  const { id } = await readCurrentIssue(database, undefined, markets);
  await changeIssue(database, id, (issue) => ({ ...issue, introduction: 'Yields rose.' }));
  expect(await removeNewsletter(database, markets)).toBeUndefined();
});

it('shows a removed newsletter again when another machine has filed a clip in it', async () => {
  const { database: laptop, markets } = await openWithTwo();
  const desktop = await openFreshDatabase();
  await mergeInto(desktop, laptop);
  await removeNewsletter(laptop, markets);
  await saveClip(desktop, { content: article, newsletterId: markets });
  await mergeInto(laptop, desktop);
  expect((await readNewsletters(laptop)).map(({ id }) => id)).toStrictEqual([FIRST_NEWSLETTER, markets]);
});

it('shows a newsletter whose record is lost as long as clips or issues are in it', async () => {
  const { database, markets } = await openWithTwo();
  await saveClip(database, { content: article, newsletterId: markets });
  await database.delete('newsletters', markets);
  expect(await readNewsletters(database)).toStrictEqual([
    { id: FIRST_NEWSLETTER, title: 'The Week' },
    { id: markets },
  ]);
});

it('tells which newsletter is clipped for only where there are several', async () => {
  const single = await openFreshDatabase();
  expect(await readChosenOfSeveral(single)).toBeUndefined();
  const { database, markets } = await openWithTwo();
  expect(await readChosenOfSeveral(database)).toMatchObject({ title: 'The Week', number: 1 });
  await chooseNewsletter(database, markets);
  expect(await readChosenOfSeveral(database)).toMatchObject({ title: 'Markets', number: 2 });
  await removeNewsletter(database, markets);
  expect(await readChosenOfSeveral(database)).toBeUndefined();
});

import { describe, expect, it, vi } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnClip, openOnTab } from '../../popup/opening';
import { saveSheet, undoSave } from '../../popup/saving';
import { findClips, readClip, readClipsOfIssue } from '../../src/storage/clips';
import type { Database } from '../../src/storage/database';
import { readDraft } from '../../src/storage/drafts';
import { readCurrentIssue } from '../../src/storage/issues';
import { startNewIssue } from '../../src/storage/new-issue';
import { readPreferences } from '../../src/storage/preferences';
import { saveClip } from '../../src/storage/saved-clip';
import { DatabaseUnavailableError } from '../../src/storage/storage-errors';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { around, pageAtHand, passage } from './page-at-hand';

const KEY = 'daily.example/talks';

async function openPopup(database: Database, page = pageAtHand()): Promise<Clipping> {
  const clipping = new Clipping();
  await openOnTab(clipping, around(database, page));
  return clipping;
}

async function save(clipping: Clipping, database: Database): Promise<void> {
  await saveSheet(clipping, Promise.resolve(), around(database));
}

async function storedQuotes(database: Database): Promise<string[] | undefined> {
  return (await findClips(database, KEY)).current?.quotes.map((quote) => quote.markdown);
}

describe('a popup over an article', () => {
  it('has the fields of the page, its selection as quotes, and no draft', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database, pageAtHand(passage('One.', 0), passage('Two.', 90)));
    expect(clipping.state.sheet.content).toMatchObject({
      headline: 'Talks go on',
      outlet: 'The Daily',
      publishedAt: '2023-02-20T09:30:00+03:00',
      quotes: [{ markdown: 'One.' }, { markdown: 'Two.' }],
    });
    expect(await readDraft(database, KEY)).toBeUndefined();
  });

  it('leaves what was typed while the page was being read', async () => {
    const database = await openFreshDatabase();
    const clipping = new Clipping();
    const opening = openOnTab(clipping, around(database));
    clipping.write('headline', 'My own headline');
    clipping.write('comment', 'So');
    await opening;
    expect(clipping.state.sheet.content).toMatchObject({
      headline: 'My own headline',
      comment: 'So',
      outlet: 'The Daily',
    });
    await clipping.drafts.flush();
    expect((await readDraft(database, KEY))?.content.comment).toBe('So');
  });

  it('has the section chosen last, where the issue has it', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database);
    first.chooseSection({ newSection: 'Energy' });
    await save(first, database);
    const other = { ...pageAtHand(), location: 'https://www.daily.example/other' };
    other.fields.address = [];
    const second = await openPopup(database, other);
    const [energy] = second.state.facts.issue?.sections ?? [];
    expect(energy?.title).toBe('Energy');
    expect(second.state.sheet.content.sectionId).toBe(energy?.id);
  });

  it('has the form filled in where the database cannot be opened, and says so', async () => {
    const clipping = new Clipping();
    await openOnTab(clipping, {
      ...around(await openFreshDatabase()),
      openDatabase: () => Promise.reject(new DatabaseUnavailableError('closed')),
    });
    expect(clipping.state.sheet.content.headline).toBe('Talks go on');
    expect(clipping.state.message).toEqual({ kind: 'failed', words: 'errorDatabaseUnavailable' });
    clipping.write('comment', 'Not lost');
    expect(clipping.state.sheet.content.comment).toBe('Not lost');
  });
});

describe('a draft', () => {
  it('comes back with every field that was typed, and the quotes that were selected', async () => {
    const database = await openFreshDatabase();
    const before = await openPopup(database, pageAtHand(passage('One.', 0)));
    before.write('outlet', 'Daily');
    before.write('comment', 'A remark ');
    before.chooseSection({ newSection: 'Energy' });
    await before.drafts.flush();
    const after = await openPopup(database);
    expect(after.state.sheet.content).toMatchObject({
      headline: 'Talks go on',
      outlet: 'Daily',
      comment: 'A remark ',
      quotes: [{ markdown: 'One.' }],
    });
    expect(after.state.sheet.newSection).toBe('Energy');
  });

  it('has the keys that were typed before the database was open, after those from before', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database);
    first.write('comment', 'One');
    await first.drafts.flush();
    const closedTooSoon = new Clipping();
    closedTooSoon.write('comment', ', ');
    void openOnTab(closedTooSoon, { ...around(database), openDatabase: () => new Promise(() => undefined) });
    await Promise.resolve();
    closedTooSoon.write('comment', ', two');
    const third = await openPopup(database);
    expect(third.state.sheet.content.comment).toBe('One, two');
    await third.drafts.flush();
    expect((await readDraft(database, KEY))?.content.comment).toBe('One, two');
    expect(Object.keys(localStorage).filter((name) => name.startsWith('draft:'))).toStrictEqual([]);
  });

  it('does not have the passage twice that is still selected', async () => {
    const database = await openFreshDatabase();
    const page = pageAtHand(passage('One.', 0));
    const before = await openPopup(database, page);
    before.editQuote(before.state.sheet.content.quotes[0]?.id ?? '', 'One, edited.');
    await before.drafts.flush();
    const after = await openPopup(database, page);
    expect(after.state.sheet.content.quotes).toMatchObject([{ markdown: 'One, edited.', isEdited: true }]);
  });

  it('is discarded, and brought back', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    await clipping.discardDraft();
    expect(clipping.state.sheet.content.comment).toBeUndefined();
    expect(await readDraft(database, KEY)).toBeUndefined();
    const { message } = clipping.state;
    if (message?.kind === 'draft-discarded') clipping.bringDraftBack(message);
    await clipping.drafts.flush();
    expect((await readDraft(database, KEY))?.content.comment).toBe('A remark');
  });

  it('keeps a quote that came into its clip since it was typed', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, articleKey: KEY });
    const before = await openPopup(database);
    before.editQuote('first', 'Edited.');
    await before.drafts.flush();
    const quotes = [...article.quotes, { id: 'second', markdown: 'More.' }];
    await saveClip(database, { id: clip.id, content: { ...article, quotes } });
    const after = await openPopup(database);
    await save(after, database);
    expect(await storedQuotes(database)).toEqual(['Edited.', 'More.']);
  });
});

describe('an article that is clipped already', () => {
  it('opens its clip, with the new quotes in their places', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database, pageAtHand(passage('Two.', 90)));
    first.write('comment', 'A remark');
    await save(first, database);
    const second = await openPopup(database, pageAtHand(passage('One.', 0)));
    expect(second.state.facts.found?.current?.quotes).toHaveLength(1);
    expect(second.state.sheet.content).toMatchObject({
      comment: 'A remark',
      quotes: [{ markdown: 'One.' }, { markdown: 'Two.' }],
    });
    await save(second, database);
    expect(await storedQuotes(database)).toEqual(['One.', 'Two.']);
    const issue = await readCurrentIssue(database);
    expect(await readClipsOfIssue(database, issue.id)).toHaveLength(1);
  });

  it('keeps the field that its clip has without', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database);
    first.write('byline', '');
    await save(first, database);
    const second = await openPopup(database);
    expect(second.state.sheet.content.byline).toBeUndefined();
  });

  it('in a past issue makes a new clip that is linked to the old', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, newSection: 'Trade', articleKey: KEY });
    await startNewIssue(database);
    const clipping = await openPopup(database);
    expect(clipping.state.facts.found?.earlier?.clip.id).toBe(clip.id);
    await save(clipping, database);
    expect((await findClips(database, KEY)).current?.earlierClipId).toBe(clip.id);
  });
});

describe('saving', () => {
  it('says so when it is committed, ends the draft, and asks for the text of the page', async () => {
    const database = await openFreshDatabase();
    const requestSnapshot = vi.fn(() => Promise.resolve());
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    await saveSheet(clipping, Promise.resolve(), { ...around(database), requestSnapshot });
    expect(clipping.state.message?.kind).toBe('saved');
    const { current } = await findClips(database, KEY);
    expect(current).toMatchObject({
      comment: 'A remark',
      candidates: { headline: [{ value: 'Talks go on' }] },
    });
    expect(await readDraft(database, KEY)).toBeUndefined();
    expect(requestSnapshot).toHaveBeenCalledWith(current?.id, 1);
  });

  it('is undone: the clip is gone, and what was typed is a draft again', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    await save(clipping, database);
    const { message } = clipping.state;
    if (message?.kind === 'saved') await undoSave(clipping, message.before, around(database));
    expect((await findClips(database, KEY)).current).toBeUndefined();
    await clipping.drafts.flush();
    expect((await readDraft(database, KEY))?.content.comment).toBe('A remark');
    await save(clipping, database);
    expect((await findClips(database, KEY)).current?.comment).toBe('A remark');
  });

  it('is undone, and discarding the draft then leaves what the page gave', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database, pageAtHand(passage('One.', 0)));
    clipping.write('comment', 'A remark');
    await save(clipping, database);
    const { message } = clipping.state;
    if (message?.kind === 'saved') await undoSave(clipping, message.before, around(database));
    await clipping.discardDraft();
    expect(clipping.state.sheet.content).toMatchObject({
      headline: 'Talks go on',
      quotes: [{ markdown: 'One.' }],
    });
    expect(clipping.state.sheet.content.comment).toBeUndefined();
  });

  it('keeps as a draft what is typed while it is under way', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('comment', 'One');
    const saving = save(clipping, database);
    await Promise.resolve();
    clipping.write('comment', 'One two');
    await saving;
    await clipping.drafts.flush();
    expect((await readDraft(database, KEY))?.content.comment).toBe('One two');
    clipping.write('comment', 'One two three');
    await save(clipping, database);
    expect((await findClips(database, KEY)).current?.comment).toBe('One two three');
  });

  it('remembers a corrected name of the outlet for its site', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('outlet', 'Daily, The');
    await save(clipping, database);
    expect((await readPreferences(database)).outletNames).toEqual({ 'daily.example': 'Daily, The' });
  });

  it('refuses an address that is none of the web, and an empty form', async () => {
    const database = await openFreshDatabase();
    const clipping = new Clipping();
    await openOnTab(clipping, {
      ...around(database),
      readActiveTab: () => Promise.resolve({ id: 1 }),
      capturePage: () => Promise.resolve({ unreadable: 'forbidden' }),
    });
    await save(clipping, database);
    expect(clipping.state.message).toEqual({ kind: 'refused', reason: 'nothing' });
    clipping.write('address', 'the daily');
    await save(clipping, database);
    expect(clipping.state.message).toEqual({ kind: 'refused', reason: 'address' });
    clipping.write('address', ' https://www.daily.example/talks ');
    await save(clipping, database);
    expect((await findClips(database, KEY)).current?.address).toBe('https://www.daily.example/talks');
  });

  it('loses nothing where the database refuses', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    database.close();
    await save(clipping, database);
    expect(clipping.state).toMatchObject({
      isSaving: false,
      message: { kind: 'failed', words: 'errorDatabaseUnavailable' },
      sheet: { content: { comment: 'A remark' } },
    });
  });
});

describe('a popup over a stored clip', () => {
  it('shows the clip and the sections of its issue, and saves into it', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, newSection: 'Trade', articleKey: KEY });
    await startNewIssue(database);
    const clipping = new Clipping();
    await openOnClip(clipping, clip.id, around(database));
    expect(clipping.state.sheet.content).toMatchObject(article);
    expect(clipping.state.facts.issue?.sections).toMatchObject([{ title: 'Trade' }]);
    clipping.write('comment', 'A remark');
    await save(clipping, database);
    expect(await readClip(database, clip.id)).toMatchObject({ comment: 'A remark', revision: 2 });
  });

  it('says when the clip is no more', async () => {
    const clipping = new Clipping();
    await openOnClip(clipping, 'gone', around(await openFreshDatabase()));
    expect(clipping.state.message).toEqual({ kind: 'failed', words: 'errorMissingRecord' });
  });
});

import { describe, expect, it } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnClip, openOnTab } from '../../popup/popup-startup';
import { findClips, readClip } from '../../src/storage/clip-lookup';
import { readDraft } from '../../src/storage/drafts';
import { startNewIssue } from '../../src/storage/new-issue';
import { saveClip } from '../../src/storage/saved-clip';
import { DatabaseUnavailableError } from '../../src/storage/database/storage-errors';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { KEY, openPopup, save, storedQuotes } from './opened-popup';
import { dependenciesFor, pageAtHand, passage } from './page-at-hand';

describe('a popup over an article', () => {
  it('has the fields of the page, its selection as quotes, and no draft', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database, pageAtHand(passage('One.', 0), passage('Two.', 90)));
    expect(clipping.state.form.content).toMatchObject({
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
    const opening = openOnTab(clipping, dependenciesFor(database));
    clipping.write('headline', 'My own headline');
    clipping.write('comment', 'So');
    await opening;
    expect(clipping.state.form.content).toMatchObject({
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
    const [energy] = second.state.context.issue?.sections ?? [];
    expect(energy?.title).toBe('Energy');
    expect(second.state.form.content.sectionId).toBe(energy?.id);
  });

  it('has the form filled in where the database cannot be opened, and says so', async () => {
    const clipping = new Clipping();
    await openOnTab(clipping, {
      ...dependenciesFor(await openFreshDatabase()),
      openDatabase: () => Promise.reject(new DatabaseUnavailableError('closed')),
    });
    expect(clipping.state.form.content.headline).toBe('Talks go on');
    expect(clipping.state.message).toEqual({ kind: 'failed', words: 'errorDatabaseUnavailable' });
    clipping.write('comment', 'Not lost');
    expect(clipping.state.form.content.comment).toBe('Not lost');
  });
});

describe('an article that is clipped already', () => {
  it('opens its clip, with the new quotes in their places', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database, pageAtHand(passage('Two.', 90)));
    first.write('comment', 'A remark');
    await save(first, database);
    const second = await openPopup(database, pageAtHand(passage('One.', 0)));
    expect(second.state.context.found?.current?.quotes).toHaveLength(1);
    expect(second.state.form.content).toMatchObject({
      comment: 'A remark',
      quotes: [{ markdown: 'One.' }, { markdown: 'Two.' }],
    });
    await save(second, database);
    expect(await storedQuotes(database)).toEqual(['One.', 'Two.']);
    expect(await database.count('clips')).toBe(1);
  });

  it('keeps the field that its clip has without', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database);
    first.write('byline', '');
    await save(first, database);
    const second = await openPopup(database);
    expect(second.state.form.content.byline).toBeUndefined();
  });

  it('in a past issue makes a new clip that is linked to the old', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, newSection: 'Trade', articleKey: KEY });
    await startNewIssue(database);
    const clipping = await openPopup(database);
    expect(clipping.state.context.found?.earlier?.clip.id).toBe(clip.id);
    await save(clipping, database);
    expect((await findClips(database, KEY)).current?.earlierClipId).toBe(clip.id);
  });
});

describe('a popup over a stored clip', () => {
  it('shows the clip and the sections of its issue, and saves into it', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, newSection: 'Trade', articleKey: KEY });
    await startNewIssue(database);
    const clipping = new Clipping();
    await openOnClip(clipping, clip.id, dependenciesFor(database));
    expect(clipping.state.form.content).toMatchObject(article);
    expect(clipping.state.context.issue?.sections).toMatchObject([{ title: 'Trade' }]);
    clipping.write('comment', 'A remark');
    await save(clipping, database);
    expect(await readClip(database, clip.id)).toMatchObject({ comment: 'A remark', revision: 2 });
  });

  it('says when the clip is no more', async () => {
    const clipping = new Clipping();
    await openOnClip(clipping, 'gone', dependenciesFor(await openFreshDatabase()));
    expect(clipping.state.message).toEqual({ kind: 'failed', words: 'errorMissingRecord' });
  });
});

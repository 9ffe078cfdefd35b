import { describe, expect, it } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import { readDraft } from '../../src/storage/drafts';
import { saveClip } from '../../src/storage/saved-clip';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { KEY, openPopup, save, storedQuotes } from './opened-popup';
import { dependenciesFor, pageAtHand, passage } from './page-at-hand';

describe('a draft', () => {
  it('comes back with every field that was typed, and the quotes that were selected', async () => {
    const database = await openFreshDatabase();
    const before = await openPopup(database, pageAtHand(passage('One.', 0)));
    before.write('outlet', 'Daily');
    before.write('comment', 'A remark ');
    before.chooseSection({ newSection: 'Energy' });
    await before.drafts.flush();
    const after = await openPopup(database);
    expect(after.state.form.content).toMatchObject({
      headline: 'Talks go on',
      outlet: 'Daily',
      comment: 'A remark ',
      quotes: [{ markdown: 'One.' }],
    });
    expect(after.state.form.newSection).toBe('Energy');
  });

  it('has the keys that were typed before the database was open, after those from before', async () => {
    const database = await openFreshDatabase();
    const first = await openPopup(database);
    first.write('comment', 'One');
    await first.drafts.flush();
    const closedTooSoon = new Clipping();
    closedTooSoon.write('comment', ', ');
    void openOnTab(closedTooSoon, {
      ...dependenciesFor(database),
      openDatabase: () => new Promise(() => undefined),
    });
    await Promise.resolve();
    closedTooSoon.write('comment', ', two');
    const third = await openPopup(database);
    expect(third.state.form.content.comment).toBe('One, two');
    await third.drafts.flush();
    expect((await readDraft(database, KEY))?.content.comment).toBe('One, two');
    expect(Object.keys(localStorage).filter((name) => name.startsWith('draft:'))).toStrictEqual([]);
  });

  it('is kept for each page with a very long address, under a short key', async () => {
    const database = await openFreshDatabase();
    const openOver = async (ending: string) => {
      const clipping = new Clipping();
      const url = `https://www.daily.example/${'long'.repeat(25_000)}${ending}`;
      await openOnTab(clipping, {
        ...dependenciesFor(database),
        readActiveTab: () => Promise.resolve({ id: 1, url }),
        capturePage: () => Promise.resolve({ unreadable: 'forbidden' }),
      });
      return clipping;
    };
    for (const ending of ['a', 'b']) {
      const clipping = await openOver(ending);
      clipping.write('comment', `Of ${ending}`);
      await clipping.drafts.flush();
    }
    expect((await openOver('a')).state.form.content.comment).toBe('Of a');
    expect((await openOver('b#part')).state.form.content.comment).toBe('Of b');
    for (const key of await database.getAllKeys('drafts')) expect(key.length).toBeLessThan(100);
  });

  it('does not have the passage twice that is still selected', async () => {
    const database = await openFreshDatabase();
    const page = pageAtHand(passage('One.', 0));
    const before = await openPopup(database, page);
    before.editQuote(before.state.form.content.quotes[0]?.id ?? '', 'One, edited.');
    await before.drafts.flush();
    const after = await openPopup(database, page);
    expect(after.state.form.content.quotes).toMatchObject([{ markdown: 'One, edited.', isEdited: true }]);
  });

  it('is discarded, and brought back', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    await clipping.discardDraft();
    expect(clipping.state.form.content.comment).toBeUndefined();
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

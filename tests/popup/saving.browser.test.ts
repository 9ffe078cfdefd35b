import { describe, expect, it, vi } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import { saveForm, undoSave } from '../../popup/saving';
import { findClips } from '../../src/storage/clip-lookup';
import { readDraft } from '../../src/storage/drafts';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { openFreshDatabase } from '../storage/fresh-database';
import { KEY, openPopup, save } from './opened-popup';
import { dependenciesFor, pageAtHand, passage } from './page-at-hand';

describe('saving', () => {
  it('says so when it is committed, ends the draft, and asks for the text of the page', async () => {
    const database = await openFreshDatabase();
    const tellSaved = vi.fn(() => Promise.resolve());
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    await saveForm(clipping, Promise.resolve(), { ...dependenciesFor(database), tellSaved });
    expect(clipping.state.message?.kind).toBe('saved');
    const { current } = await findClips(database, KEY);
    expect(current).toMatchObject({
      comment: 'A remark',
      candidates: { headline: [{ value: 'Talks go on' }] },
    });
    expect(await readDraft(database, KEY)).toBeUndefined();
    expect(tellSaved).toHaveBeenCalledWith(current?.id, 1, true);
  });

  it('is undone: the clip is gone, and what was typed is a draft again', async () => {
    const database = await openFreshDatabase();
    const clipping = await openPopup(database);
    clipping.write('comment', 'A remark');
    await save(clipping, database);
    const { message } = clipping.state;
    if (message?.kind === 'saved') await undoSave(clipping, message.before, dependenciesFor(database));
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
    if (message?.kind === 'saved') await undoSave(clipping, message.before, dependenciesFor(database));
    await clipping.discardDraft();
    expect(clipping.state.form.content).toMatchObject({
      headline: 'Talks go on',
      quotes: [{ markdown: 'One.' }],
    });
    expect(clipping.state.form.content.comment).toBeUndefined();
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
      ...dependenciesFor(database),
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
      form: { content: { comment: 'A remark' } },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { undoClipped } from '../../popup/clipped-undo';
import { Clipping } from '../../popup/clipping';
import { openOnClip } from '../../popup/popup-startup';
import { findClips, readClip } from '../../src/storage/clip-lookup';
import { changeClip } from '../storage/changed-clip';
import type { Database } from '../../src/storage/database/database';
import { saveClip } from '../../src/storage/saved-clip';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { KEY, save } from './opened-popup';
import { dependenciesFor } from './page-at-hand';

const quote = (id: string) => ({
  id,
  markdown: `Words of ${id}`,
  textQuote: { exact: `Words of ${id}`, prefix: '', suffix: '' },
  textPosition: { start: 0, end: 10 },
});

async function openOn(database: Database, clipId: string): Promise<Clipping> {
  const clipping = new Clipping();
  await openOnClip(clipping, clipId, dependenciesFor(database));
  return clipping;
}

describe('a clip of the context menu, opened from its notice', () => {
  it('is said to be clipped, with Undo for as long as it is not saved anew', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, articleKey: KEY });
    const clipping = await openOn(database, clip.id);
    expect(clipping.state.message).toEqual({ kind: 'clipped', clipId: clip.id });
    clipping.write('comment', 'A remark');
    expect(clipping.state.message?.kind).toBe('clipped');
    await save(clipping, database);
    expect(clipping.state.message?.kind).toBe('saved');
    expect((await readClip(database, clip.id))?.comment).toBe('A remark');
  });

  it('is gone after Undo, still stands in the popup, and is the article’s clip when it is saved again', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, articleKey: KEY });
    const clipping = await openOn(database, clip.id);
    await undoClipped(clipping, clip.id, dependenciesFor(database));
    expect((await findClips(database, KEY)).current).toBeUndefined();
    expect(clipping.state.message?.kind).toBe('undone');
    expect(clipping.state.form.content.headline).toBe(article.headline);
    await save(clipping, database);
    expect((await findClips(database, KEY)).current?.headline).toBe(article.headline);
  });

  it('is what it was before where a quote was added to it', async () => {
    const database = await openFreshDatabase();
    const content = { ...article, quotes: [quote('a')] };
    const { clip } = await saveClip(database, { content, articleKey: KEY });
    const added = { ...content, quotes: [quote('a'), quote('b')] };
    await saveClip(database, { content: added, articleKey: KEY, id: clip.id, from: clip });
    const clipping = await openOn(database, clip.id);
    expect(clipping.state.form.content.quotes).toHaveLength(2);
    await undoClipped(clipping, clip.id, dependenciesFor(database));
    expect(clipping.state.form.content.quotes.map(({ id }) => id)).toEqual(['a']);
    expect((await readClip(database, clip.id))?.quotes).toHaveLength(1);
  });

  it('is left alone where it was changed since', async () => {
    const database = await openFreshDatabase();
    const { clip } = await saveClip(database, { content: article, articleKey: KEY });
    const clipping = await openOn(database, clip.id);
    await changeClip(database, clip.id, (stored) => ({ ...stored, dek: 'By the desk' }));
    await undoClipped(clipping, clip.id, dependenciesFor(database));
    expect(clipping.state.message?.kind).toBe('changed-since');
    expect((await readClip(database, clip.id))?.dek).toBe('By the desk');
  });
});

import { expect, it } from 'vitest';
import { undoClipped } from '../../popup/clipped-undo';
import { offerUndo } from '../../popup/offered-undo';
import { findClips } from '../../src/storage/clip-lookup';
import { changeClip } from '../storage/changed-clip';
import type { Database } from '../../src/storage/database/database';
import { saveClip } from '../../src/storage/saved-clip';
import { SYSTEM } from '../../src/storage/database/clock';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { KEY, openPopup } from './opened-popup';
import { dependenciesFor } from './page-at-hand';

async function openAgain(database: Database) {
  const clipping = await openPopup(database);
  await offerUndo(clipping, dependenciesFor(database));
  return clipping;
}

it('offers Undo of a save in a popup that has closed since, when it is opened again', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, articleKey: KEY });
  const clipping = await openAgain(database);
  expect(clipping.state.message).toEqual({ kind: 'clipped', clipId: clip.id });
  await undoClipped(clipping, clip.id, dependenciesFor(database));
  expect((await findClips(database, KEY)).current).toBeUndefined();
});

it('offers none of a save that is an hour old, or after which the clip was edited', async () => {
  const database = await openFreshDatabase();
  const hourAgo = new Date(Date.now() - 3_600_000);
  const { clip } = await saveClip(
    database,
    { content: article, articleKey: KEY },
    { ...SYSTEM, now: () => hourAgo },
  );
  expect((await openAgain(database)).state.message).toBeUndefined();
  await changeClip(database, clip.id, (before) => ({ ...before, comment: 'Edited at the desk' }));
  expect((await openAgain(database)).state.message).toBeUndefined();
});

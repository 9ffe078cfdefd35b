import { expect, it } from 'vitest';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { findClips, readClip } from '../../src/storage/clip-lookup';
import { changeClip } from './changed-clip';
import { readInbox } from '../../src/storage/inbox-lookup';
import { createNewsletter } from '../../src/storage/newsletters';
import { saveClip } from '../../src/storage/saved-clip';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { article, openFreshDatabase } from './fresh-database';

const articleKey = 'https://www.daily.example/talks';

/** A database with a draft, and with a clip whose issue has not come with it. */
async function openWithoutIssue() {
  const origin = await openFreshDatabase();
  const { clip } = await saveClip(origin, { content: article, articleKey, newSection: 'Diplomacy' });
  const whole = await readBackup(await writeBackup(origin));
  await origin.delete('issues', clip.issueId);
  const database = await openFreshDatabase();
  await saveClip(database, {
    content: { ...article, address: 'https://www.daily.example/other', headline: 'Mine' },
    newSection: 'Trade',
  });
  await restoreBackup(database, await readBackup(await writeBackup(origin)), 'merge');
  return { database, clip, whole };
}

it('recognizes a clip of the article in the inbox whose issue is missing, and makes no second one', async () => {
  const { database, clip, whole } = await openWithoutIssue();
  expect((await findClips(database, articleKey)).current).toMatchObject({ id: clip.id });
  const content = { ...article, comment: 'Once more.' };
  expect((await saveClip(database, { content, articleKey })).clip.id).toBe(clip.id);
  await saveClip(database, { id: clip.id, content: { ...content, comment: 'And again.' }, articleKey });
  expect((await readInbox(database, FIRST_NEWSLETTER)).map(({ id }) => id)).toEqual([clip.id]);
  await restoreBackup(database, whole, 'merge');
  expect(await readInbox(database, FIRST_NEWSLETTER)).toEqual([]);
  expect(await readClip(database, clip.id)).toMatchObject({
    issueId: clip.issueId,
    sectionId: clip.sectionId,
    comment: 'And again.',
  });
});

it('files a clip whose issue is missing under the section that is chosen for it', async () => {
  const { database, clip } = await openWithoutIssue();
  const saved = await saveClip(database, { id: clip.id, content: article, newSection: 'Trade' });
  expect(saved.issue?.id).not.toBe(clip.issueId);
  expect(saved.clip).toMatchObject({ id: clip.id, issueId: saved.issue?.id, sectionId: saved.section?.id });
});

it('counts a clip whose issue is missing for the first newsletter alone, and not while it is in the bin', async () => {
  const { database, clip } = await openWithoutIssue();
  const second = await createNewsletter(database, { title: 'Second letter' });
  expect(await findClips(database, articleKey, second)).toEqual({});
  await changeClip(database, clip.id, (each) => ({ ...each, binnedAt: clip.clippedAt }));
  expect(await findClips(database, articleKey)).toEqual({});
});

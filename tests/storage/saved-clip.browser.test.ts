import { expect, it } from 'vitest';
import { findClips, readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { readDraft } from '../../src/storage/drafts';
import { readIssue } from '../../src/storage/issue-lookup';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue } from '../../src/storage/new-issue';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { changePreferences } from '../../src/storage/stored-preferences';
import { saveClip } from '../../src/storage/saved-clip';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { undoLastChange } from '../../src/storage/undo';
import { article, openFreshDatabase, tickingClock } from './fresh-database';

const articleKey = 'daily.example/talks';

it('saves a new clip with its section, ends its draft and remembers the section, all at once', async () => {
  const database = await openFreshDatabase();
  await database.put('drafts', {
    key: 'here',
    content: article,
    touched: [],
    changedAt: '2023-02-23T09:00:00.000Z',
  });
  const { clip, section, issue } = await saveClip(
    database,
    { content: article, newSection: 'Diplomacy', articleKey, draftKey: 'here' },
    tickingClock(),
  );
  expect(section?.title).toBe('Diplomacy');
  expect(await readIssue(database, clip.issueId)).toMatchObject({ sections: [section] });
  expect(await readClip(database, clip.id)).toStrictEqual({
    ...article,
    id: 'id3',
    issueId: issue?.id,
    sectionId: section?.id,
    rank: 'a0',
    articleKey,
    clippedAt: '2023-02-23T09:00:02.000Z',
    changedAt: '2023-02-23T09:00:02.000Z',
    revision: 1,
  });
  expect(await readDraft(database, 'here')).toBeUndefined();
  expect((await readPreferences(database)).lastSection).toBe('Diplomacy');
});

it('keeps the section chosen last when a quote is clipped without the form', async () => {
  const database = await openFreshDatabase();
  await changePreferences(database, (preferences) => ({ ...preferences, lastSection: 'Trade' }));
  await saveClip(database, { content: article });
  expect((await readPreferences(database)).lastSection).toBe('Trade');
});

it('puts a new clip at the end of its section', async () => {
  const database = await openFreshDatabase();
  const clock = tickingClock();
  for (const headline of ['One', 'Two', 'Three'])
    await saveClip(database, { content: { ...article, headline }, newSection: 'Trade' }, clock);
  const [issue] = await database.getAll('issues');
  const clips = await readClipsOfIssue(database, issue?.id ?? '');
  expect(clips.map((clip) => clip.headline)).toStrictEqual(['One', 'Two', 'Three']);
  expect(issue?.sections).toHaveLength(1);
});

it('keeps one clip and every word when two pages save the same article at once', async () => {
  const database = await openFreshDatabase();
  const saves = ['Mine', 'Yours'].map((comment) =>
    saveClip(database, {
      content: { ...article, comment, headline: comment, quotes: [{ id: comment, markdown: comment }] },
      articleKey,
    }),
  );
  const [first, second] = await Promise.all(saves);
  expect(second?.clip.id).toBe(first?.clip.id);
  expect(await database.getAll('clips')).toMatchObject([
    {
      headline: 'Mine',
      comment: 'Mine\n\nYours',
      quotes: [{ markdown: 'Mine' }, { markdown: 'Yours' }],
      revision: 2,
    },
  ]);
});

it('loses no quote and no comment when a clip has been changed since it was opened', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: { ...article, comment: 'Old' } });
  const added = { id: 'second', markdown: 'And on.' };
  await saveClip(database, { id: clip.id, content: { ...article, quotes: [...article.quotes, added] } });
  const saved = await saveClip(database, {
    id: clip.id,
    content: { ...article, headline: 'Corrected', comment: 'New' },
    from: clip,
  });
  expect(saved.clip).toMatchObject({
    headline: 'Corrected',
    comment: 'New',
    quotes: [...article.quotes, added],
  });
});

it('lets quotes and fields be removed by a save that knows the latest clip', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: { ...article, comment: 'Old' } });
  const { outlet, ...rest } = article;
  const saved = await saveClip(database, { id: clip.id, content: { ...rest, quotes: [] }, from: clip });
  expect(outlet).toBe('The Daily');
  expect(saved.clip.quotes).toStrictEqual([]);
  expect(saved.clip).not.toHaveProperty('outlet');
  expect(saved.clip).not.toHaveProperty('comment');
});

it('makes a new clip, linked to the old, of an article that only a past issue has', async () => {
  const database = await openFreshDatabase();
  const old = await saveClip(database, { content: article, articleKey, newSection: 'Trade' });
  await startNewIssue(database);
  expect(await findClips(database, articleKey)).toStrictEqual({
    earlier: { clip: old.clip, issue: old.issue },
  });
  const { clip } = await saveClip(database, { content: article, articleKey });
  expect(clip).toMatchObject({ issueId: FIRST_NEWSLETTER, earlierClipId: old.clip.id });
  expect((await findClips(database, articleKey)).current).toStrictEqual(clip);
});

it('gives each of two articles without an address a clip of its own', async () => {
  const database = await openFreshDatabase();
  await saveClip(database, { content: article });
  await saveClip(database, { content: article });
  expect(await database.count('clips')).toBe(2);
});

it('saves nothing of a clip that is not there', async () => {
  const database = await openFreshDatabase();
  const saving = saveClip(database, { id: 'gone', content: article, newSection: 'Trade' });
  await expect(saving).rejects.toThrow(MissingRecordError);
  expect(await database.count('issues')).toBe(0);
});

it('undoes a change, and then has nothing more to undo', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  await saveClip(database, { id: clip.id, content: { ...article, headline: 'Wrong' } });
  expect(await undoLastChange(database, clip.id)).toBe('undone');
  expect((await readClip(database, clip.id))?.headline).toBe('Talks go on');
  expect(await undoLastChange(database, clip.id)).toBe('changed-since');
});

it('undoes a new clip: it lies in the bin, and the section made for it is gone', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, newSection: 'Trade', articleKey });
  expect(await undoLastChange(database, clip.id)).toBe('undone');
  expect(await findClips(database, articleKey)).toStrictEqual({});
  expect((await readClip(database, clip.id))?.binnedAt).toBeDefined();
  expect((await readIssue(database, clip.issueId))?.sections).toStrictEqual([]);
});

it('undoes nothing once someone has edited the clip', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  await database.put('clips', { ...clip, comment: 'Mine', revision: 2 });
  expect(await undoLastChange(database, clip.id)).toBe('changed-since');
  expect((await readClip(database, clip.id))?.comment).toBe('Mine');
});

it('saves a clip of no section to the inbox, and moves it into the current draft with its section', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, articleKey });
  expect(clip.issueId).toBe(FIRST_NEWSLETTER);
  expect((await findClips(database, articleKey)).current).toStrictEqual(clip);
  const filed = await saveClip(database, { content: article, articleKey, newSection: 'Trade' });
  expect(filed.clip).toMatchObject({ id: clip.id, issueId: filed.issue?.id, sectionId: filed.section?.id });
  expect(await database.count('clips')).toBe(1);
  expect(await undoLastChange(database, clip.id)).toBe('undone');
  expect((await readClip(database, clip.id))?.issueId).toBe(FIRST_NEWSLETTER);
});

it('leaves a clip in its issue in no section when something else of it is saved', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, newSection: 'Trade' });
  await changeIssue(database, clip.issueId, (issue) => ({ ...issue, sections: [] }));
  const saved = await saveClip(database, { id: clip.id, content: { ...article, headline: 'Other' } });
  expect(saved.clip).toMatchObject({ issueId: clip.issueId, headline: 'Other' });
});

it('leaves an issue that was published while the popup was open as it was sent, and keeps what was typed in the inbox', async () => {
  const database = await openFreshDatabase();
  const { clip, issue } = await saveClip(database, { content: article, newSection: 'Trade', articleKey });
  const publication = { on: '2026-11-24' };
  await changeIssue(database, issue?.id ?? '', (each) => ({ ...each, publication }));
  const saved = await saveClip(database, {
    id: clip.id,
    from: clip,
    articleKey,
    content: { ...article, sectionId: clip.sectionId ?? '', comment: 'Too late' },
  });
  expect(await readClip(database, clip.id)).toStrictEqual(clip);
  expect(saved.clip).toMatchObject({
    issueId: FIRST_NEWSLETTER,
    comment: 'Too late',
    earlierClipId: clip.id,
  });
});

it('keeps what its form does not show: the issue it came too late for, and the clips merged into it', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, articleKey });
  await database.put('clips', { ...clip, lateFor: 'past', formerIds: ['other'] });
  await saveClip(database, { id: clip.id, content: { ...article, comment: 'Late.' }, articleKey });
  expect(await readClip(database, clip.id)).toMatchObject({
    comment: 'Late.',
    lateFor: 'past',
    formerIds: ['other'],
  });
});

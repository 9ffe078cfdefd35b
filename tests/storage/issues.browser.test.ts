import { expect, it } from 'vitest';
import { binClip } from './changed-clip';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { findCurrentIssue, readIssue } from '../../src/storage/issue-lookup';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue, undoNewIssue } from '../../src/storage/new-issue';
import { makeCurrent } from '../../src/storage/newsletters';
import { changePreferences } from '../../src/storage/stored-preferences';
import { saveClip } from '../../src/storage/saved-clip';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { article, openFreshDatabase, tickingClock } from './fresh-database';

it('makes the first issue from the preferences', async () => {
  const database = await openFreshDatabase();
  await changePreferences(database, (preferences) => ({
    ...preferences,
    title: 'The Week',
    signOff: 'Until next week.',
    standingSections: ['Diplomacy', 'Trade'],
  }));
  const issue = await readCurrentIssue(database, tickingClock());
  expect(issue).toStrictEqual({
    id: 'id1',
    title: 'The Week',
    sections: [
      { id: 'id2', title: 'Diplomacy' },
      { id: 'id3', title: 'Trade' },
    ],
    signOff: 'Until next week.',
    createdAt: '2023-02-23T09:00:00.000Z',
    changedAt: '2023-02-23T09:00:00.000Z',
    revision: 1,
  });
});

it('makes one first issue when two pages ask at once', async () => {
  const database = await openFreshDatabase();
  const [one, other] = await Promise.all([readCurrentIssue(database), readCurrentIssue(database)]);
  expect(other).toStrictEqual(one);
});

it('keeps both changes when two pages change one issue at once', async () => {
  const database = await openFreshDatabase();
  const { id } = await readCurrentIssue(database);
  await Promise.all([
    changeIssue(database, id, (issue) => ({ ...issue, title: 'The Week' })),
    changeIssue(database, id, (issue) => ({ ...issue, introduction: 'What happened.' })),
  ]);
  expect(await readIssue(database, id)).toMatchObject({
    title: 'The Week',
    introduction: 'What happened.',
    revision: 3,
  });
});

it('starts a new issue with the masthead and the standing sections, and leaves the draft before it as it is', async () => {
  const database = await openFreshDatabase();
  await changePreferences(database, (preferences) => ({
    ...preferences,
    title: 'The Week',
    standingSections: ['Diplomacy'],
  }));
  const sorted = await saveClip(database, { content: article, newSection: 'Trade' });
  await changeIssue(database, sorted.clip.issueId, (issue) => ({
    ...issue,
    title: 'The Week: tariffs',
    subtitle: 'Of last week',
    introduction: 'Old',
    signOff: 'Until next week.',
  }));
  const issue = await startNewIssue(database);
  expect(issue).toMatchObject({
    title: 'The Week',
    sections: [{ title: 'Diplomacy' }],
    signOff: 'Until next week.',
  });
  expect(issue).not.toHaveProperty('introduction');
  expect(issue).not.toHaveProperty('subtitle');
  expect(await readCurrentIssue(database)).toStrictEqual(issue);
  expect(await readClipsOfIssue(database, sorted.clip.issueId)).toStrictEqual([sorted.clip]);
});

it('clips into the draft that was made current, whichever was made last', async () => {
  const database = await openFreshDatabase();
  const first = await readCurrentIssue(database);
  const second = await startNewIssue(database);
  expect(await makeCurrent(database, first.id)).toBe(second.id);
  const { issue } = await saveClip(database, { content: article, newSection: 'Trade' });
  expect(issue?.id).toBe(first.id);
});

it('clips into the inbox where all issues are published', async () => {
  const database = await openFreshDatabase();
  const { id } = await readCurrentIssue(database);
  await changeIssue(database, id, (issue) => ({ ...issue, publication: { on: '2023-02-24' } }));
  expect(await findCurrentIssue(database)).toBeUndefined();
  const { clip, issue } = await saveClip(database, { content: article, newSection: 'Trade' });
  expect(issue).toBeUndefined();
  expect(await readClipsOfIssue(database, FIRST_NEWSLETTER)).toStrictEqual([clip]);
  expect(await readClipsOfIssue(database, id)).toStrictEqual([]);
});

it('has a new issue receive clips even when the clock was set back', async () => {
  const database = await openFreshDatabase();
  await readCurrentIssue(database, { ...tickingClock(), now: () => new Date('2030-01-01') });
  const issue = await startNewIssue(database, tickingClock('new'));
  expect(await findCurrentIssue(database)).toStrictEqual(issue);
});

it('undoes a new issue; the draft before it receives clips again', async () => {
  const database = await openFreshDatabase();
  const before = await readCurrentIssue(database);
  const issue = await startNewIssue(database);
  const { clip } = await saveClip(database, { content: article, newSection: 'Trade' });
  await changeIssue(database, issue.id, (stored) => ({ ...stored, sections: [] }));
  await binClip(database, clip.id);
  expect(await undoNewIssue(database, issue, before.id)).toBe(true);
  expect(await readCurrentIssue(database)).toStrictEqual(before);
  expect((await readClip(database, clip.id))?.issueId).toBe(before.id);
});

it('does not undo an issue that has been worked on', async () => {
  const database = await openFreshDatabase();
  const clock = tickingClock();
  const before = await readCurrentIssue(database, clock);
  const issue = await startNewIssue(database, clock);
  const { clip } = await saveClip(database, { content: article, newSection: 'New' }, clock);
  expect(await undoNewIssue(database, issue, before.id)).toBe(false);
  expect((await readClip(database, clip.id))?.issueId).toBe(issue.id);
});

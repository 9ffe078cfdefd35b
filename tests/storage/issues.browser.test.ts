import { expect, it } from 'vitest';
import { binClip } from '../../src/storage/bin';
import { readClip, readClipsOfIssue } from '../../src/storage/clip-lookup';
import { readIssue, readIssues } from '../../src/storage/issue-lookup';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { changeIssue } from '../../src/storage/issues';
import { startNewIssue, undoNewIssue } from '../../src/storage/new-issue';
import { changePreferences } from '../../src/storage/stored-preferences';
import { saveClip } from '../../src/storage/saved-clip';
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

it('starts a new issue with the masthead, the standing sections and the unsorted clips, and keeps the old', async () => {
  const database = await openFreshDatabase();
  await changePreferences(database, (preferences) => ({ ...preferences, standingSections: ['Diplomacy'] }));
  const sorted = await saveClip(database, { content: article, newSection: 'Trade' });
  const unsorted = await saveClip(database, { content: article });
  const binned = await saveClip(database, { content: article });
  await binClip(database, binned.clip.id);
  await changeIssue(database, sorted.issue.id, (issue) => ({
    ...issue,
    title: 'The Week',
    introduction: 'Old',
  }));
  const issue = await startNewIssue(database);
  expect(issue).toMatchObject({ title: 'The Week', sections: [{ title: 'Diplomacy' }] });
  expect(issue).not.toHaveProperty('introduction');
  expect(await readCurrentIssue(database)).toStrictEqual(issue);
  expect((await readClipsOfIssue(database, issue.id)).map((clip) => clip.id)).toStrictEqual([
    unsorted.clip.id,
  ]);
  expect(await readClipsOfIssue(database, sorted.issue.id)).toStrictEqual([sorted.clip]);
  expect((await readClip(database, binned.clip.id))?.issueId).toBe(sorted.issue.id);
});

it('makes the new issue the current one even when the clock was set back', async () => {
  const database = await openFreshDatabase();
  await readCurrentIssue(database, { ...tickingClock(), now: () => new Date('2030-01-01') });
  const issue = await startNewIssue(database, tickingClock('new'));
  expect((await readIssues(database)).map(({ id }) => id)).toStrictEqual([issue.id, 'id1']);
});

it('undoes a new issue, and returns its clips to the issue before', async () => {
  const database = await openFreshDatabase();
  const moment = { ...tickingClock(), now: () => new Date('2023-02-23') }; // all within a millisecond
  const { clip, issue: before } = await saveClip(database, { content: article }, moment);
  const issue = await startNewIssue(database, moment);
  expect(await undoNewIssue(database, issue)).toBe(true);
  expect(await readCurrentIssue(database)).toStrictEqual(before);
  expect((await readClipsOfIssue(database, before.id)).map(({ id }) => id)).toStrictEqual([clip.id]);
});

it('does not undo an issue that has been worked on', async () => {
  const database = await openFreshDatabase();
  const clock = tickingClock();
  await saveClip(database, { content: article }, clock);
  const issue = await startNewIssue(database, clock);
  const { clip } = await saveClip(database, { content: { ...article, headline: 'New' } }, clock);
  expect(await undoNewIssue(database, issue)).toBe(false);
  expect((await readClip(database, clip.id))?.issueId).toBe(issue.id);
});

it('never undoes the first issue', async () => {
  const database = await openFreshDatabase();
  const issue = await readCurrentIssue(database);
  expect(await undoNewIssue(database, issue)).toBe(false);
});

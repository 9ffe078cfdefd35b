import type { Issue } from '../news/issue';
import { FIRST_NEWSLETTER } from '../news/newsletter';
import type { Preferences } from '../news/preferences';
import { nearestInstant } from '../news/time-bounds';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { currentDraftIn, findCurrentIssue, lastIssueIn } from './issue-lookup';
import { MissingRecordError } from './database/storage-errors';
import { preferencesIn } from './preferences-lookup';
import type { Database } from './database/schema';

/**
 * The current draft of a newsletter. Its first issue is made from the preferences. Throws MissingRecordError if there are issues and none is
 * the current draft.
 */
export async function readCurrentIssue(
  database: Database,
  clockAndIds: ClockAndIds = SYSTEM,
  newsletterId = FIRST_NEWSLETTER,
): Promise<Issue> {
  const found = await findCurrentIssue(database, newsletterId);
  if (found !== undefined) return found;
  const made = await writeDurably(database, ['issues', 'newsletters', 'preferences'], (transaction) =>
    currentIssueIn(transaction, newsletterId, clockAndIds),
  );
  if (made === undefined) throw new MissingRecordError('There is no current draft');
  announceChange({ issues: [made.id] });
  return made;
}

/**
 * For use within a transaction: the current draft of a newsletter. Makes its first issue; `undefined` if there are others and none is the
 * current draft.
 */
export async function currentIssueIn(
  transaction: Writing<'issues' | 'newsletters' | 'preferences'>,
  newsletterId: string,
  clockAndIds: ClockAndIds,
): Promise<Issue | undefined> {
  const current = await currentDraftIn(transaction, newsletterId);
  if (current !== undefined || (await lastIssueIn(transaction, newsletterId)) !== undefined) return current;
  const issue = await composeNewIssue(transaction, newsletterId, clockAndIds);
  await transaction.objectStore('issues').put(issue);
  return issue;
}

/** If the clock was set back by less than this (in milliseconds), a new issue is dated after the previous one. */
const SET_BACK = 24 * 60 * 60 * 1000;

/** For use within a transaction: a new issue of a newsletter, which is not stored yet. */
export async function composeNewIssue(
  transaction: Writing<'issues' | 'newsletters' | 'preferences'>,
  newsletterId: string,
  clockAndIds: ClockAndIds,
): Promise<Issue> {
  const preferences = await preferencesIn(transaction, newsletterId);
  const issue = issueAfter(preferences, await lastIssueIn(transaction, newsletterId), clockAndIds);
  return newsletterId === FIRST_NEWSLETTER ? issue : { ...issue, newsletterId };
}

/** Title, subtitle and sections come from the preferences; the sign-off too, or else from the previous issue. */
function issueAfter(
  { title, subtitle, signOff: standing, standingSections }: Preferences,
  before: Issue | undefined,
  { now, newId }: ClockAndIds,
): Issue {
  const time = now().getTime();
  const after = before === undefined ? 0 : Date.parse(before.createdAt) + 1;
  const createdAt = nearestInstant(after - time < SET_BACK ? Math.max(time, after) : time);
  const signOff = standing ?? before?.signOff;
  return {
    id: newId(),
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    sections: standingSections.map((section) => ({ id: newId(), title: section })),
    ...(signOff !== undefined && { signOff }),
    createdAt,
    changedAt: createdAt,
    revision: 1,
  };
}

import type { Issue } from '../news/issue';
import type { Preferences } from '../news/preferences';
import { nearestInstant } from '../news/time-bounds';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { currentDraftIn, findCurrentIssue, lastIssueIn } from './issue-lookup';
import { MissingRecordError } from './database/storage-errors';
import { parsePreferences } from './preferences-lookup';
import type { Database } from './database/schema';

/** The current draft. The first issue is made from the preferences. Throws MissingRecordError if there are issues and none is the current draft. */
export async function readCurrentIssue(
  database: Database,
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Issue> {
  const found = await findCurrentIssue(database);
  if (found !== undefined) return found;
  const made = await writeDurably(database, ['issues', 'newsletters', 'preferences'], (transaction) =>
    currentIssueIn(transaction, clockAndIds),
  );
  if (made === undefined) throw new MissingRecordError('There is no current draft');
  announceChange({ issues: [made.id] });
  return made;
}

/** For use within a transaction: the current draft. Makes the first issue; `undefined` if there are others and none is the current draft. */
export async function currentIssueIn(
  transaction: Writing<'issues' | 'newsletters' | 'preferences'>,
  clockAndIds: ClockAndIds,
): Promise<Issue | undefined> {
  const current = await currentDraftIn(transaction);
  if (current !== undefined || (await lastIssueIn(transaction)) !== undefined) return current;
  const preferences = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
  const issue = composeNewIssue(preferences, undefined, clockAndIds);
  await transaction.objectStore('issues').put(issue);
  return issue;
}

/** If the clock was set back by less than this (in milliseconds), a new issue is dated after the previous one. */
const SET_BACK = 24 * 60 * 60 * 1000;

/** Title, subtitle and sections come from the preferences; the sign-off too, or else from the previous issue. */
export function composeNewIssue(
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

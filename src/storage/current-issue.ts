import type { Issue } from '../news/issue';
import type { Preferences } from '../news/preferences';
import { nearestInstant } from '../news/time-bounds';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { findCurrentIssue } from './issue-lookup';
import { lastIssueIn } from './issue-order';
import { parsePreferences } from './preferences-lookup';
import type { Database } from './database/schema';

/** The issue made last. The first one is made from the preferences. */
export async function readCurrentIssue(
  database: Database,
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Issue> {
  const found = await findCurrentIssue(database);
  if (found !== undefined) return found;
  const made = await writeDurably(database, ['issues', 'preferences'], (transaction) =>
    currentIssueIn(transaction, clockAndIds),
  );
  announceChange({ issues: [made.id] });
  return made;
}

/** For use within a transaction: the issue made last. Makes one if there is none. */
export async function currentIssueIn(
  transaction: Writing<'issues' | 'preferences'>,
  clockAndIds: ClockAndIds,
): Promise<Issue> {
  const last = await lastIssueIn(transaction);
  if (last !== undefined) return last;
  const preferences = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
  const issue = composeNewIssue(preferences, undefined, clockAndIds);
  await transaction.objectStore('issues').put(issue);
  return issue;
}

/**
 * Title, subtitle and sign-off come from the preferences, or else from the previous issue; the sections are the standing ones.
 * The new issue is dated after the previous one, even if the clock was set back, so that it is the current one.
 */
export function composeNewIssue(
  preferences: Preferences,
  before: Issue | undefined,
  { now, newId }: ClockAndIds,
): Issue {
  const earliest = before === undefined ? 0 : Date.parse(before.createdAt) + 1;
  const createdAt = nearestInstant(Math.max(now().getTime(), earliest));
  const title = preferences.title ?? before?.title;
  const subtitle = preferences.subtitle ?? before?.subtitle;
  const signOff = preferences.signOff ?? before?.signOff;
  return {
    id: newId(),
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    sections: preferences.standingSections.map((section) => ({ id: newId(), title: section })),
    ...(signOff !== undefined && { signOff }),
    createdAt,
    changedAt: createdAt,
    revision: 1,
  };
}

import type { Issue } from '../news/issue';
import type { Preferences } from '../news/preferences';
import { nextRevision } from '../news/revision';
import { nearestInstant } from '../news/time-bounds';
import { announceChange } from './changes';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably, type Writing } from './durable-write';
import { findCurrentIssue } from './issue-lookup';
import { lastIssueIn } from './issue-order';
import { parsePreferences } from './preferences-lookup';
import type { Database } from './schema';
import { MissingRecordError } from './storage-errors';

/** The issue made last; the first one is made from the preferences. */
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

/** Writes what `change` makes of the issue as it is at that moment; id, instants and revision are kept by storage. */
export async function changeIssue(
  database: Database,
  id: string,
  change: (issue: Issue) => Issue,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Issue> {
  const changed = await writeDurably(database, ['issues'], async (transaction) => {
    const issue = await issueIn(transaction, id);
    return putChangedIssue(transaction, issue, change(issue), now());
  });
  announceChange({ issues: [id], revisions: { [id]: changed.revision } });
  return changed;
}

/** For use within a transaction. */
export async function issueIn(transaction: Writing<'issues'>, id: string): Promise<Issue> {
  const issue = await transaction.objectStore('issues').get(id);
  if (issue === undefined) throw new MissingRecordError(`There is no issue ${id}`);
  return issue;
}

/** For use within a transaction. */
export async function putChangedIssue(
  transaction: Writing<'issues'>,
  before: Issue,
  changed: Issue,
  now: Date,
): Promise<Issue> {
  const { id, createdAt, revision } = before;
  const issue = { ...changed, id, createdAt, changedAt: now.toISOString(), revision: nextRevision(revision) };
  await transaction.objectStore('issues').put(issue);
  return issue;
}

/** For use within a transaction: the issue made last, made now if there is none. */
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
 * Title, subtitle and sign-off come from the preferences, else from the issue before; the sections are the standing ones.
 * Made later than the issue before even when the clock was set back, so that it is the current one.
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

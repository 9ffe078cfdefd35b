import type { Issue } from '../news/issue';
import { nextRevision } from '../news/revision';
import { LAST_INSTANT, nearestInstant } from '../news/time-bounds';
import type { Writing } from './database/durable-write';

/** For use within a transaction. */
export async function lastIssueIn(transaction: Writing<'issues'>): Promise<Issue | undefined> {
  return (await transaction.objectStore('issues').index('createdAt').openCursor(null, 'prev'))?.value;
}

/**
 * For use within a transaction: the issue made last, so that one can be made after it. If an edited file or a wrong clock has
 * dated it to the last possible instant, all issues dated in the future are dated to now, in order.
 */
export async function lastIssueBefore(transaction: Writing<'issues'>, now: Date): Promise<Issue | undefined> {
  const last = await lastIssueIn(transaction);
  if (last === undefined || Date.parse(last.createdAt) < LAST_INSTANT) return last;
  const issues = await transaction.objectStore('issues').index('createdAt').getAll();
  const latest = Math.min(now.getTime(), LAST_INSTANT - 1);
  const ahead = issues
    .filter(({ createdAt }) => Date.parse(createdAt) > latest - issues.length)
    .toSorted((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt));
  for (const [place, issue] of ahead.entries())
    await transaction.objectStore('issues').put({
      ...issue,
      createdAt: nearestInstant(latest - ahead.length + 1 + place),
      revision: nextRevision(issue.revision),
    });
  return lastIssueIn(transaction);
}

import type { Issue } from '../../news/issue';
import { newsletterOf } from '../../news/newsletter';
import type { Writing } from '../database/durable-write';
import { isBlank } from '../newsletters';

type Merging = Writing<'issues' | 'newsletters' | 'clips'>;

/**
 * The first issue of a newsletter is made when the popup or the desk opens. If nothing is in it, it is removed when a merge brings the
 * issues of another database; otherwise it would be the issue made last, and receive what is clipped. Only one that is alone in
 * its newsletter here is removed, and not for issues that were made later and in which nothing is either, so that two databases
 * never remove each other's.
 *
 * Called after `received` were merged. `ours`: the issues that this database had before. Returns the ids of what was removed.
 */
export async function removeUnusedIssues(
  transaction: Merging,
  ours: ReadonlySet<string>,
  received: readonly Issue[],
): Promise<string[]> {
  const removed: string[] = [];
  for (const newsletterId of new Set(received.map(newsletterOf))) {
    const theirs = received.filter((issue) => newsletterOf(issue) === newsletterId);
    const ids = new Set(theirs.map(({ id }) => id));
    const all = await transaction.objectStore('issues').getAll();
    const others = all.filter((issue) => newsletterOf(issue) === newsletterId && !ids.has(issue.id));
    const [issue] = others;
    if (issue === undefined || others.length > 1 || !ours.has(issue.id)) continue;
    if (!theirs.some((other) => !isAsMade(other) || other.createdAt < issue.createdAt)) continue;
    if (!(await isUnused(transaction, issue))) continue;
    await transaction.objectStore('issues').delete(issue.id);
    removed.push(issue.id);
  }
  return removed;
}

/** Whether a page has made the issue by itself, and nothing is in it. For use within a transaction. */
export async function isUnused(transaction: Merging, issue: Issue): Promise<boolean> {
  if (!isAsMade(issue)) return false;
  const newsletter = await transaction.objectStore('newsletters').get(newsletterOf(issue));
  if (newsletter?.currentIssueId === issue.id) return false;
  return (await transaction.objectStore('clips').index('issueId').count(issue.id)) === 0;
}

/** Nobody has changed it. */
function isAsMade(issue: Issue): boolean {
  return isBlank(issue) && issue.revision === 1;
}

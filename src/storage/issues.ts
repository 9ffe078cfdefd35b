import type { Issue } from '../news/issue';
import { recordIssueEdit } from '../news/merge/issue-versions';
import { nextRevision } from '../news/revision';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { Database } from './database/schema';
import { MissingRecordError } from './database/storage-errors';

/** Writes what `change` returns for the current version of the issue. Storage sets id, instants and revision. */
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
  const about = { id, createdAt, changedAt: now.toISOString(), revision: nextRevision(revision) };
  const issue = recordIssueEdit(before, { ...changed, ...about }, AUTHOR);
  await transaction.objectStore('issues').put(issue);
  return issue;
}

import type { Issue } from '../news/issue';
import { recordNewsletterEdit } from '../news/merge/newsletter-versions';
import { currentDraft, FIRST_NEWSLETTER } from '../news/newsletter';
import { announceChange } from './database/changes';
import { writeDurably, type Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { Database } from './database/schema';

/** Has a draft receive clips from now on. Gives the id of the one that did before, if there was any. */
export async function makeCurrent(database: Database, issueId: string): Promise<string | undefined> {
  const before = await writeDurably(database, ['issues', 'newsletters'], async (transaction) => {
    const current = await currentDraftIn(transaction);
    await nameCurrentIn(transaction, issueId);
    return current?.id;
  });
  announceChange({ issues: [issueId] });
  return before;
}

/** For use within a transaction: the draft that receives clips. */
export async function currentDraftIn(
  transaction: Writing<'issues' | 'newsletters'>,
): Promise<Issue | undefined> {
  const issues = transaction.objectStore('issues');
  const newsletter = await transaction.objectStore('newsletters').get(FIRST_NEWSLETTER);
  const id = newsletter?.currentIssueId;
  const named = id === undefined ? undefined : await issues.get(id);
  return currentDraft(named, named ?? (await lastIssueIn(transaction)));
}

/** For use within a transaction. */
export async function nameCurrentIn(
  transaction: Writing<'newsletters'>,
  currentIssueId: string | undefined,
): Promise<void> {
  const store = transaction.objectStore('newsletters');
  const before = (await store.get(FIRST_NEWSLETTER)) ?? { id: FIRST_NEWSLETTER };
  const { currentIssueId: _, ...others } = before;
  const changed = { ...others, ...(currentIssueId !== undefined && { currentIssueId }) };
  await store.put(recordNewsletterEdit(before, changed, AUTHOR));
}

/** For use within a transaction. */
export async function lastIssueIn(transaction: Writing<'issues'>): Promise<Issue | undefined> {
  return (await transaction.objectStore('issues').index('createdAt').openCursor(null, 'prev'))?.value;
}

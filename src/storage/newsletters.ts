import { recordNewsletterEdit } from '../news/merge/newsletter-versions';
import { FIRST_NEWSLETTER } from '../news/newsletter';
import { announceChange } from './database/changes';
import { writeDurably, type Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { Database } from './database/schema';
import { currentDraftIn } from './issue-lookup';

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

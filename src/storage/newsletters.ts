import type { Issue } from '../news/issue';
import type { Newsletter } from '../news/merge/newsletter-record';
import { recordNewsletterEdit } from '../news/merge/newsletter-versions';
import { FURTHER_NEWSLETTER, isDraft, newsletterOf } from '../news/newsletter';
import { DEFAULT_PREFERENCES, preferencesFor, type Preferences } from '../news/preferences';
import { nearestInstant } from '../news/time-bounds';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { Database } from './database/schema';
import { currentDraftIn } from './issue-lookup';
import { issueIn } from './issues';

/** Makes a draft the current issue, which receives clips. Returns the id of the previous one, if there was any. */
export async function makeCurrent(database: Database, issueId: string): Promise<string | undefined> {
  const before = await writeDurably(database, ['issues', 'newsletters'], async (transaction) => {
    const newsletterId = newsletterOf(await issueIn(transaction, issueId));
    const current = await currentDraftIn(transaction, newsletterId);
    await setCurrentIn(transaction, newsletterId, issueId);
    return current?.id;
  });
  announceChange({ issues: [issueId] });
  return before;
}

/** Sets or removes the current issue of a newsletter. For use within a transaction. */
export async function setCurrentIn(
  transaction: Writing<'newsletters'>,
  newsletterId: string,
  currentIssueId: string | undefined,
): Promise<void> {
  await changeIn(transaction, newsletterId, ({ currentIssueId: _, ...others }) => ({
    ...others,
    ...(currentIssueId !== undefined && { currentIssueId }),
  }));
}

/** Creates a further newsletter. Returns its id. */
export async function createNewsletter(
  database: Database,
  settings: Partial<Preferences>,
  { now, newId }: ClockAndIds = SYSTEM,
): Promise<string> {
  const id = FURTHER_NEWSLETTER + newId();
  await writeDurably(database, ['newsletters'], (transaction) =>
    changeIn(transaction, id, (empty) => ({
      ...empty,
      createdAt: nearestInstant(now().getTime()),
      settings: preferencesFor(DEFAULT_PREFERENCES, { ...DEFAULT_PREFERENCES, ...settings }),
    })),
  );
  announceChange({ preferences: true });
  return id;
}

/** What was removed with a newsletter: the drafts in which nothing was written. */
export interface RemovedNewsletter {
  id: string;
  issues: readonly Issue[];
}

/** Removes a further newsletter that is empty: it has no clip, not even in the bin, and no issue with a text. Returns `undefined` if it is not. */
export async function removeNewsletter(
  database: Database,
  id: string,
): Promise<RemovedNewsletter | undefined> {
  const issues = await writeDurably(database, ['issues', 'clips', 'newsletters'], async (transaction) => {
    const own = (await transaction.objectStore('issues').getAll()).filter(
      (issue) => newsletterOf(issue) === id,
    );
    const clips = transaction.objectStore('clips').index('issueId');
    for (const place of [id, ...own.map((issue) => issue.id)])
      if ((await clips.count(place)) > 0) return undefined;
    if (!id.startsWith(FURTHER_NEWSLETTER) || !own.every(isBlank)) return undefined;
    for (const issue of own) await transaction.objectStore('issues').delete(issue.id);
    await changeIn(transaction, id, (newsletter) => ({ ...newsletter, isRemoved: true }));
    return own;
  });
  if (issues === undefined) return undefined;
  announceChange({ preferences: true, issues: issues.map((issue) => issue.id) });
  return { id, issues };
}

/** Undoes `removeNewsletter`. An issue that exists again meanwhile stays as it is. */
export async function undoRemoveNewsletter(
  database: Database,
  { id, issues }: RemovedNewsletter,
): Promise<void> {
  await writeDurably(database, ['issues', 'newsletters'], async (transaction) => {
    await changeIn(transaction, id, ({ isRemoved, ...newsletter }) => newsletter);
    const store = transaction.objectStore('issues');
    for (const issue of issues) if ((await store.getKey(issue.id)) === undefined) await store.put(issue);
  });
  announceChange({ preferences: true, issues: issues.map((issue) => issue.id) });
}

/** Whether nothing was written in an issue. */
export function isBlank(issue: Issue): boolean {
  return isDraft(issue) && issue.introduction === undefined && issue.cover === undefined;
}

async function changeIn(
  transaction: Writing<'newsletters'>,
  id: string,
  change: (newsletter: Newsletter) => Newsletter,
): Promise<void> {
  const store = transaction.objectStore('newsletters');
  const before = (await store.get(id)) ?? { id };
  await store.put(recordNewsletterEdit(before, change(before), AUTHOR));
}

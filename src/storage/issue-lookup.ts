import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Issue } from '../news/issue';
import { currentDraft, FIRST_NEWSLETTER, newsletterOf } from '../news/newsletter';
import type { ClipsheetSchema, Database } from './database/schema';

/** The current draft of a newsletter, which receives clips; `undefined` if there is none. */
export function findCurrentIssue(
  database: Database,
  newsletterId = FIRST_NEWSLETTER,
): Promise<Issue | undefined> {
  return currentDraftIn(database.transaction(['issues', 'newsletters']), newsletterId);
}

/** What finding the current draft reads, in a transaction that writes or not. */
interface DraftReading {
  objectStore: <Name extends 'issues' | 'newsletters'>(
    name: Name,
  ) => Pick<IDBPObjectStore<ClipsheetSchema, StoreNames<ClipsheetSchema>[], Name>, 'get' | 'index'>;
}

/** For use within a transaction: the draft that receives a newsletter's clips. */
export async function currentDraftIn(
  transaction: DraftReading,
  newsletterId: string,
): Promise<Issue | undefined> {
  const newsletter = await transaction.objectStore('newsletters').get(newsletterId);
  const id = newsletter?.currentIssueId;
  const named = id === undefined ? undefined : await transaction.objectStore('issues').get(id);
  return currentDraft(named, named ?? (await lastIssueIn(transaction, newsletterId)));
}

/** For use within a transaction: the issue of a newsletter that was made last. */
export async function lastIssueIn(
  transaction: DraftReading,
  newsletterId: string,
): Promise<Issue | undefined> {
  let cursor = await transaction.objectStore('issues').index('createdAt').openCursor(null, 'prev');
  while (cursor !== null && newsletterOf(cursor.value) !== newsletterId) cursor = await cursor.continue();
  return cursor?.value;
}

/** All issues, the one made last first. */
export async function readIssues(database: Database): Promise<Issue[]> {
  return (await database.getAllFromIndex('issues', 'createdAt')).reverse();
}

export function readIssue(database: Database, id: string): Promise<Issue | undefined> {
  return database.get('issues', id);
}

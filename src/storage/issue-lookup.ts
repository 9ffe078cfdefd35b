import type { IDBPObjectStore, StoreNames } from 'idb';
import type { Issue } from '../news/issue';
import { currentDraft, FIRST_NEWSLETTER } from '../news/newsletter';
import type { ClipsheetSchema, Database } from './database/schema';

/** The current draft, which receives clips; `undefined` if there is none. */
export function findCurrentIssue(database: Database): Promise<Issue | undefined> {
  return currentDraftIn(database.transaction(['issues', 'newsletters']));
}

/** What finding the current draft reads, in a transaction that writes or not. */
interface DraftReading {
  objectStore: <Name extends 'issues' | 'newsletters'>(
    name: Name,
  ) => Pick<IDBPObjectStore<ClipsheetSchema, StoreNames<ClipsheetSchema>[], Name>, 'get' | 'index'>;
}

/** For use within a transaction: the draft that receives clips. */
export async function currentDraftIn(transaction: DraftReading): Promise<Issue | undefined> {
  const newsletter = await transaction.objectStore('newsletters').get(FIRST_NEWSLETTER);
  const id = newsletter?.currentIssueId;
  const named = id === undefined ? undefined : await transaction.objectStore('issues').get(id);
  return currentDraft(named, named ?? (await lastIssueIn(transaction)));
}

/** For use within a transaction: the issue made last. */
export async function lastIssueIn(transaction: DraftReading): Promise<Issue | undefined> {
  return (await transaction.objectStore('issues').index('createdAt').openCursor(null, 'prev'))?.value;
}

/** All issues, the one made last first. */
export async function readIssues(database: Database): Promise<Issue[]> {
  return (await database.getAllFromIndex('issues', 'createdAt')).reverse();
}

export function readIssue(database: Database, id: string): Promise<Issue | undefined> {
  return database.get('issues', id);
}

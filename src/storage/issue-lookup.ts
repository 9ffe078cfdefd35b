import type { Issue } from '../news/issue';
import type { Database } from './database/schema';

/** The issue made last; `undefined` if there is none yet. */
export async function findCurrentIssue(database: Database): Promise<Issue | undefined> {
  return (await database.transaction('issues').store.index('createdAt').openCursor(null, 'prev'))?.value;
}

/** All issues, the current one first. */
export async function readIssues(database: Database): Promise<Issue[]> {
  return (await database.getAllFromIndex('issues', 'createdAt')).reverse();
}

export function readIssue(database: Database, id: string): Promise<Issue | undefined> {
  return database.get('issues', id);
}

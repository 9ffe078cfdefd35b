import type { Issue } from '../news/issue';
import { currentDraft, FIRST_NEWSLETTER } from '../news/newsletter';
import type { Database } from './database/schema';

/** The current draft, which receives clips; `undefined` if there is none. */
export async function findCurrentIssue(database: Database): Promise<Issue | undefined> {
  const transaction = database.transaction(['issues', 'newsletters']);
  const issues = transaction.objectStore('issues');
  const newsletter = await transaction.objectStore('newsletters').get(FIRST_NEWSLETTER);
  const id = newsletter?.currentIssueId;
  const named = id === undefined ? undefined : await issues.get(id);
  const last = named ? undefined : await issues.index('createdAt').openCursor(null, 'prev');
  return currentDraft(named, last?.value);
}

/** All issues, the one made last first. */
export async function readIssues(database: Database): Promise<Issue[]> {
  return (await database.getAllFromIndex('issues', 'createdAt')).reverse();
}

export function readIssue(database: Database, id: string): Promise<Issue | undefined> {
  return database.get('issues', id);
}

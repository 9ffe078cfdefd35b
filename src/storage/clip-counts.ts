import type { Database } from './database/schema';

/** How many clips each of some issues has, by the issue's id, those in the bin included. */
export async function countClips(
  database: Database,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const index = database.transaction('clips').store.index('issueId');
  const counts = await Promise.all(issueIds.map((id) => index.count(id)));
  return new Map(issueIds.map((id, place) => [id, counts[place] ?? 0]));
}

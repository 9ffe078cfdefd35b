import { articleKeyOf, type Clip } from '../news/clip';
import type { Writing } from './durable-write';

type Reading = Pick<Writing<'clips'>, 'objectStore'>;

/**
 * Our clips that are the same as one that comes from elsewhere: the one of its id, those that have become it or that it has
 * become, and the one of the same article in the same issue, made on another machine. Most clips have one at most.
 */
export async function counterpartsOf(transaction: Reading, theirs: Clip): Promise<Clip[]> {
  const store = transaction.objectStore('clips');
  const ids = [theirs.id, ...(theirs.formerIds ?? [])];
  const [named, joined] = await Promise.all([
    Promise.all(ids.map((id) => store.get(id))),
    store.index('formerIds').getAll(theirs.id),
  ]);
  const found = [...named, ...joined].filter((clip) => clip !== undefined);
  if (found.length === 0) found.push(...(await ofSameArticle(transaction, theirs)));
  return [...new Map(found.map((clip) => [clip.id, clip])).values()];
}

async function ofSameArticle(transaction: Reading, theirs: Clip): Promise<Clip[]> {
  const key = articleKeyOf(theirs);
  if (key === undefined || theirs.binnedAt !== undefined) return [];
  const clips = await transaction.objectStore('clips').index('articleKey').getAll(key);
  return clips.filter((clip) => clip.issueId === theirs.issueId && clip.binnedAt === undefined);
}

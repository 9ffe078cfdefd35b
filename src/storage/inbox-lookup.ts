import { byRank, type Clip } from '../news/clip';
import { FIRST_NEWSLETTER, homeOf } from '../news/newsletter';
import type { Database } from './database/schema';

/**
 * The clips in a newsletter's inbox by rank, without those in the bin. The inbox of the first newsletter also shows clips whose issue is
 * missing: a damaged backup lacked it, or it has yet to come from another machine. Such a clip is stored as it was, so that it is in
 * its issue again when that comes.
 */
export async function readInbox(database: Database, newsletterId: string): Promise<Clip[]> {
  const transaction = database.transaction(['clips', 'issues']);
  const issueIds = await transaction.objectStore('issues').getAllKeys();
  const index = transaction.objectStore('clips').index('issueId');
  const elsewhere = newsletterId === FIRST_NEWSLETTER ? rangesBetween([...issueIds, newsletterId]) : [];
  const ranges = [IDBKeyRange.only(newsletterId), ...elsewhere];
  const clips = (await Promise.all(ranges.map((range) => index.getAll(range)))).flat();
  const known = new Set(issueIds);
  return clips
    .map((clip) => placeShown(clip, known))
    .filter(({ issueId, binnedAt }) => issueId === newsletterId && binnedAt === undefined)
    .sort(byRank);
}

/** The clip as it is shown: in the first inbox if its issue is missing. `issueIds`: those of the issues that are there. */
export function placeShown(clip: Clip, issueIds: ReadonlySet<string>): Clip {
  const { issueId } = homeOf(clip, issueIds.has(clip.issueId) ? {} : undefined);
  if (issueId === clip.issueId) return clip;
  const { sectionId, ...rest } = clip;
  return { ...rest, issueId };
}

/** The ranges that contain every key but these. */
function rangesBetween(keys: readonly string[]): IDBKeyRange[] {
  const sorted = [...new Set(keys)].sort();
  return ['', ...sorted].map((key, place) => {
    const next = sorted[place];
    const isOpen = place > 0;
    if (next === undefined) return IDBKeyRange.lowerBound(key, isOpen);
    return IDBKeyRange.bound(key, next, isOpen, true);
  });
}

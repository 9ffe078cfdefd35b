import { byRank, type Clip } from '../news/clip';
import { latestEditionId } from '../news/editions/named-editions';
import { clipsInPeriod } from '../news/editions/printed-clips';
import type { Issue } from '../news/issue';
import { isDraft } from '../news/newsletter';
import { announceChange } from './database/changes';
import { readClipsOfIssue } from './clip-lookup';
import { CLIP_STORES } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { clipIn, putChangedClip, type WrittenClip } from './clips';
import { rankAtEnd } from './clip-order';
import { writeDurably } from './database/durable-write';
import type { Database } from './database/schema';
import { issueIn } from './issues';

/**
 * The clips of an issue that it has not printed: all of a draft, and those that a published issue has left out. In the order of the
 * issue, with those in no section last, where they are printed.
 */
export async function readUnprinted(database: Database, issue: Issue): Promise<Clip[]> {
  const clips = (await readClipsOfIssue(database, issue.id)).sort(byPlaceIn(issue));
  if (isDraft(issue)) return clips;
  const editionId = latestEditionId(issue);
  const edition = editionId === undefined ? undefined : await database.get('editions', editionId);
  const printed = new Set(edition?.clipIds ?? clipsInPeriod(issue, clips).map(({ id }) => id));
  return clips.filter(({ id }) => !printed.has(id));
}

function byPlaceIn({ sections }: Issue): (a: Clip, b: Clip) => number {
  const places = new Map(sections.map(({ id }, place) => [id, place]));
  const placeOf = ({ sectionId }: Clip) => places.get(sectionId ?? '') ?? sections.length;
  return (a, b) => placeOf(a) - placeOf(b) || byRank(a, b);
}

/**
 * Moves clips into another issue, each to the end of the section of the same title there. A clip for which there is none keeps the id of
 * its old section, and is in no section until one of that title is added.
 */
export async function carryClips(
  database: Database,
  ids: readonly string[],
  issueId: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<WrittenClip[]> {
  const written = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const issue = await issueIn(transaction, issueId);
    const carried: WrittenClip[] = [];
    for (const id of ids) {
      const before = await clipIn(transaction, id);
      const from = await transaction.objectStore('issues').get(before.issueId);
      const title = from?.sections.find((section) => section.id === before.sectionId)?.title;
      const section = issue.sections.find((each) => each.title === title);
      const changed: Clip = {
        ...before,
        issueId,
        ...(section && { sectionId: section.id }),
        rank: await rankAtEnd(transaction, { issueId, sectionId: section?.id }),
      };
      carried.push({ before, after: await putChangedClip(transaction, before, changed, now()) });
    }
    return carried;
  });
  announceChange({ clips: written.map(({ after }) => after.id) });
  return written;
}

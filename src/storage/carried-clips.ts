import type { Clip } from '../news/clip';
import { announceChange } from './database/changes';
import { CLIP_STORES } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { clipIn, putChangedClip, type WrittenClip } from './clips';
import { rankAtEnd } from './clip-order';
import { writeDurably } from './database/durable-write';
import type { Database } from './database/schema';
import { issueIn } from './issues';

/** Moves clips into another issue, each to the end of the section of the same title there. */
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
      const { sectionId, ...rest } = before;
      const changed: Clip = {
        ...rest,
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

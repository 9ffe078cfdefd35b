import { isKnownIn, latestEditionId } from '../../news/editions/named-editions';
import { newAuthor } from '../../news/edits/author';
import { recordClipEdit } from '../../news/merge/clip-versions';
import { isLocked, putIntoInbox } from '../../news/editions/locked-issue';
import { nextRevision } from '../../news/revision';
import { putClipVersion, type ClipStore } from '../clip-store';
import type { Writing } from '../database/durable-write';

type Merging = Writing<ClipStore | 'issues' | 'editions'>;

/**
 * Moves clips that a merge has brought into a published issue to the inbox: they are not in its edition. The edit is the same on every
 * machine, so that they agree without having heard of each other. Returns the ids of the clips.
 */
export async function moveLateClips(transaction: Merging, issueIds: Iterable<string>): Promise<string[]> {
  const moved: string[] = [];
  for (const issueId of issueIds) {
    const issue = await transaction.objectStore('issues').get(issueId);
    if (issue === undefined || !isLocked(issue)) continue;
    const editionId = latestEditionId(issue);
    const edition =
      editionId === undefined ? undefined : await transaction.objectStore('editions').get(editionId);
    if (edition === undefined) continue;
    const isKnown = isKnownIn(edition);
    const store = transaction.objectStore('clips');
    const ids = await store.index('issueId').getAllKeys(issueId);
    for (const id of ids.filter((key) => !isKnown({ id: key }))) {
      const clip = await store.get(id);
      if (clip === undefined || clip.binnedAt !== undefined || isKnown(clip)) continue;
      const late = recordClipEdit(clip, putIntoInbox(clip, issue), newAuthor('late'));
      await putClipVersion(transaction, { ...late, revision: nextRevision(clip.revision) });
      moved.push(id);
    }
  }
  return moved;
}

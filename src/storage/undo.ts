import { nextRevision } from '../news/revision';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { putChangedIssue } from './issues';
import type { Database, PreviousVersion } from './database/schema';

/**
 * Restores a clip's version from before it was last saved; a new clip goes to the bin. A section that the save created is
 * deleted, too, if it is empty. Does nothing if the clip has been changed since, or if there is nothing to undo.
 */
export async function undoLastChange(
  database: Database,
  clipId: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<'undone' | 'changed-since'> {
  const undo = async (transaction: Writing<ClipStore | 'issues' | 'formers'>) => {
    const previous = await transaction.objectStore('formers').get(clipId);
    const clip = await transaction.objectStore('clips').get(clipId);
    if (previous === undefined || clip?.revision !== previous.revision) return undefined;
    const changedAt = now().toISOString();
    const revision = nextRevision(clip.revision);
    const undone = previous.clip ?? { ...clip, binnedAt: changedAt };
    await putClip(transaction, { ...undone, changedAt, revision });
    await transaction.objectStore('formers').delete(clipId);
    await removeMadeSection(transaction, clip.issueId, previous, now());
    return clip.issueId;
  };
  const issueId = await writeDurably(database, [...CLIP_STORES, 'issues', 'formers'], undo, {
    announce: (changed) => (changed === undefined ? undefined : { clips: [clipId], issues: [changed] }),
  });
  return issueId === undefined ? 'changed-since' : 'undone';
}

async function removeMadeSection(
  transaction: Writing<'clips' | 'issues' | 'formers'>,
  issueId: string,
  { newSectionId }: PreviousVersion,
  now: Date,
): Promise<void> {
  const issue = await transaction.objectStore('issues').get(issueId);
  if (newSectionId === undefined || issue === undefined) return;
  const clips = await transaction.objectStore('clips').index('issueId').getAll(issueId);
  if (clips.some((clip) => clip.sectionId === newSectionId && clip.binnedAt === undefined)) return;
  const sections = issue.sections.filter((section) => section.id !== newSectionId);
  await putChangedIssue(transaction, issue, { ...issue, sections }, now);
}

import type { Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { FIRST_NEWSLETTER, newsletterOf } from '../news/newsletter';
import { hasSameContent } from '../news/merge/same-content';
import { nextRevision } from '../news/revision';
import { announceChange } from './database/changes';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import type { Database } from './database/schema';
import { composeNewIssue } from './current-issue';
import { currentDraftIn } from './issue-lookup';
import { setCurrentIn } from './newsletters';

/** Creates a new issue of a newsletter, which becomes its current draft. The previous one stays as it is. */
export async function startNewIssue(
  database: Database,
  clockAndIds: ClockAndIds = SYSTEM,
  newsletterId = FIRST_NEWSLETTER,
): Promise<Issue> {
  const made = await writeDurably(database, ['issues', 'newsletters', 'preferences'], async (transaction) => {
    const issue = await composeNewIssue(transaction, newsletterId, clockAndIds);
    await putCurrent(transaction, issue);
    return issue;
  });
  announceChange({ issues: [made.id] });
  return made;
}

/** Restores a new issue after Undo, as it was made. */
export async function redoNewIssue(database: Database, made: Issue): Promise<boolean> {
  await writeDurably(database, ['issues', 'newsletters'], (transaction) => putCurrent(transaction, made));
  announceChange({ issues: [made.id] });
  return true;
}

/**
 * Deletes a new issue, and makes the previous draft (`previousId`) the current one again. Only if the issue is unchanged and contains only
 * clips in the bin, which go to that draft. Otherwise returns `false`.
 */
export async function undoNewIssue(
  database: Database,
  made: Issue,
  previousId: string | undefined,
): Promise<boolean> {
  const moved = await writeDurably(
    database,
    ['issues', 'newsletters', ...CLIP_STORES],
    async (transaction) => {
      const stored = await transaction.objectStore('issues').get(made.id);
      const clips = await transaction.objectStore('clips').index('issueId').getAll(made.id);
      const isUntouched = stored !== undefined && hasSameContent(stored, made);
      if (!isUntouched || clips.some((clip) => clip.binnedAt === undefined || previousId === undefined))
        return undefined;
      const isCurrent = (await currentDraftIn(transaction, newsletterOf(made)))?.id === made.id;
      await transaction.objectStore('issues').delete(made.id);
      if (isCurrent) await setCurrentIn(transaction, newsletterOf(made), previousId);
      return previousId === undefined ? [] : moveToIssue(transaction, clips, previousId);
    },
  );
  if (moved === undefined) return false;
  announceChange({ issues: [made.id], clips: moved });
  return true;
}

async function putCurrent(transaction: Writing<'issues' | 'newsletters'>, issue: Issue): Promise<void> {
  await transaction.objectStore('issues').put(issue);
  await setCurrentIn(transaction, newsletterOf(issue), issue.id);
}

async function moveToIssue(
  transaction: Writing<ClipStore>,
  clips: readonly Clip[],
  issueId: string,
): Promise<string[]> {
  for (const { sectionId, ...clip } of clips)
    await putClip(transaction, { ...clip, issueId, revision: nextRevision(clip.revision) });
  return clips.map((clip) => clip.id);
}

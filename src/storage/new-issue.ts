import { isUnsorted, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { nextRevision } from '../news/revision';
import { announceChange } from './database/changes';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import { composeNewIssue } from './current-issue';
import { lastIssueBefore, lastIssueIn } from './issue-order';
import { issueIn } from './issues';
import { hasSameContent } from '../news/merge/same-content';
import { parsePreferences } from './preferences-lookup';
import type { Database } from './database/schema';

/**
 * Creates the next issue, which becomes the current one. It takes over the masthead, the standing sections and the unsorted
 * clips.
 */
export async function startNewIssue(database: Database, clockAndIds: ClockAndIds = SYSTEM): Promise<Issue> {
  const { issue, moved } = await writeDurably(
    database,
    ['issues', ...CLIP_STORES, 'preferences'],
    async (transaction) => {
      const preferences = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
      const before = await lastIssueBefore(transaction, clockAndIds.now());
      const issue = composeNewIssue(preferences, before, clockAndIds);
      return { issue, moved: await putNewIssue(transaction, issue, before) };
    },
  );
  announceChange({ issues: [issue.id], clips: moved });
  return issue;
}

/** Restores a new issue after Undo, as it was made. Returns `false` if another one has been made meanwhile. */
export async function startAgain(database: Database, made: Issue): Promise<boolean> {
  const moved = await writeDurably(database, ['issues', ...CLIP_STORES], async (transaction) => {
    const before = await lastIssueIn(transaction);
    const isLatest = before === undefined || before.createdAt < made.createdAt;
    return isLatest ? putNewIssue(transaction, made, before) : undefined;
  });
  if (moved === undefined) return false;
  announceChange({ issues: [made.id], clips: moved });
  return true;
}

/**
 * Deletes a new issue and returns its clips to the previous one. Only if nothing has been written in it: it is still the
 * current issue, is unchanged, and contains only clips that it took over and clips in the bin. Otherwise returns `false`.
 */
export async function undoNewIssue(database: Database, made: Issue): Promise<boolean> {
  const moved = await writeDurably(database, ['issues', ...CLIP_STORES], async (transaction) => {
    const issue = await issueIn(transaction, made.id);
    const [last, before] = (await transaction.objectStore('issues').index('createdAt').getAll()).reverse();
    const clips = await clipsIn(transaction, made.id);
    const isUntouched = clips.every(
      (clip) => clip.binnedAt !== undefined || (isUnsorted(clip, issue) && clip.clippedAt <= issue.createdAt),
    );
    if (last?.id !== made.id || before === undefined || !hasSameContent(issue, made) || !isUntouched)
      return undefined;
    await transaction.objectStore('issues').delete(made.id);
    return moveToIssue(transaction, clips, before.id);
  });
  if (moved === undefined) return false;
  announceChange({ issues: [made.id], clips: moved });
  return true;
}

/** Returns the clips that the issue takes over. */
async function putNewIssue(
  transaction: Writing<'issues' | ClipStore>,
  issue: Issue,
  before: Issue | undefined,
): Promise<string[]> {
  await transaction.objectStore('issues').put(issue);
  const clips = before === undefined ? [] : await clipsIn(transaction, before.id);
  const unsorted = clips.filter((clip) => clip.binnedAt === undefined && isUnsorted(clip, before));
  return moveToIssue(transaction, unsorted, issue.id);
}

function clipsIn(transaction: Writing<'clips' | 'issues'>, issueId: string): Promise<Clip[]> {
  return transaction.objectStore('clips').index('issueId').getAll(issueId);
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

import { isUnsorted, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { announceChange } from './changes';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably, type Writing } from './durable-write';
import { composeNewIssue, issueIn, lastIssueIn } from './issues';
import { parsePreferences } from './preferences';
import type { Database } from './schema';

/** Makes the next issue the current one. It takes over masthead, standing sections and the unsorted clips. */
export async function startNewIssue(database: Database, clockAndIds: ClockAndIds = SYSTEM): Promise<Issue> {
  const { issue, moved } = await writeDurably(
    database,
    ['issues', ...CLIP_STORES, 'preferences'],
    async (transaction) => {
      const preferences = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
      const before = await lastIssueIn(transaction);
      const issue = composeNewIssue(preferences, before, clockAndIds);
      await transaction.objectStore('issues').put(issue);
      const clips = before === undefined ? [] : await clipsIn(transaction, before.id);
      const unsorted = clips.filter((clip) => clip.binnedAt === undefined && isUnsorted(clip, before));
      const moved = await moveToIssue(transaction, unsorted, issue.id);
      return { issue, moved };
    },
  );
  announceChange({ issues: [issue.id], clips: moved });
  return issue;
}

/**
 * Takes a new issue back, and its clips to the issue before. Only while nothing has been written in it: it is still the
 * current one, unchanged, and holds no clip but those it took over.
 */
export async function undoNewIssue(database: Database, id: string): Promise<'undone' | 'changed-since'> {
  const moved = await writeDurably(database, ['issues', ...CLIP_STORES], async (transaction) => {
    const issue = await issueIn(transaction, id);
    const [last, before] = (await transaction.objectStore('issues').index('createdAt').getAll()).reverse();
    const clips = await clipsIn(transaction, id);
    const isUntouched = clips.every((clip) => isUnsorted(clip, issue) && clip.clippedAt <= issue.createdAt);
    if (last?.id !== id || before === undefined || issue.revision > 1 || !isUntouched) return undefined;
    await transaction.objectStore('issues').delete(id);
    return moveToIssue(transaction, clips, before.id);
  });
  if (moved === undefined) return 'changed-since';
  announceChange({ issues: [id], clips: moved });
  return 'undone';
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
    await putClip(transaction, { ...clip, issueId, revision: clip.revision + 1 });
  return clips.map((clip) => clip.id);
}

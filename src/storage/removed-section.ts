import { generateNKeysBetween } from 'fractional-indexing';
import { byRank, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { newsletterOf } from '../news/newsletter';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import type { Database } from './database/schema';
import { CLIP_STORES, type ClipStore } from './clip-store';
import { clipIn, putChangedClip, type WrittenClip } from './clips';
import { issueIn, putChangedIssue } from './issues';

/** An issue, and clips of it, before and after they were written together. */
export interface WrittenIssue {
  issue: { before: Issue; after: Issue };
  clips: WrittenClip[];
}

type Clock = Pick<ClockAndIds, 'now'>;
type Changing = Writing<ClipStore | 'issues'>;

/** Removes a section from its issue. Its clips go to the end of the inbox; those in the bin stay there. */
export function removeSectionOf(
  database: Database,
  issueId: string,
  sectionId: string,
  clock: Clock = SYSTEM,
): Promise<WrittenIssue> {
  return writeTogether(database, async (transaction) => {
    const issue = await issueIn(transaction, issueId);
    const sections = issue.sections.filter(({ id }) => id !== sectionId);
    const after = await putChangedIssue(transaction, issue, { ...issue, sections }, clock.now());
    const clips = await movedToInbox(transaction, issue, sectionId);
    return { issue: { before: issue, after }, clips: await putAll(transaction, clips, clock) };
  });
}

/** Writes an issue and clips together. Writes nothing, and returns `undefined`, if one of the changes returns nothing. */
export function changeIssueWithClips(
  database: Database,
  [issueId, clipIds]: [issueId: string, clipIds: readonly string[]],
  changeIssue: (issue: Issue) => Issue | undefined,
  changeClip: (clip: Clip) => Clip | undefined,
  clock: Clock = SYSTEM,
): Promise<WrittenIssue | undefined> {
  return writeTogether(database, async (transaction) => {
    const before = await issueIn(transaction, issueId);
    const changed = changeIssue(before);
    const clips: [Clip, Clip][] = [];
    for (const id of clipIds) {
      const clip = await clipIn(transaction, id);
      const to = changeClip(clip);
      if (to !== undefined) clips.push([clip, to]);
    }
    if (changed === undefined || clips.length < clipIds.length) return undefined;
    const after = await putChangedIssue(transaction, before, changed, clock.now());
    return { issue: { before, after }, clips: await putAll(transaction, clips, clock) };
  });
}

async function writeTogether<Written extends WrittenIssue | undefined>(
  database: Database,
  work: (transaction: Changing) => Promise<Written>,
): Promise<Written> {
  const written = await writeDurably(database, [...CLIP_STORES, 'issues'], work);
  if (written !== undefined)
    announceChange({ issues: [written.issue.after.id], clips: written.clips.map(({ after }) => after.id) });
  return written;
}

async function movedToInbox(transaction: Changing, issue: Issue, sectionId: string): Promise<[Clip, Clip][]> {
  const inboxId = newsletterOf(issue);
  const index = transaction.objectStore('clips').index('issueId');
  const inSection = (await index.getAll(issue.id))
    .filter((clip) => clip.sectionId === sectionId && clip.binnedAt === undefined)
    .sort(byRank);
  const last = (await index.getAll(inboxId)).sort(byRank).at(-1);
  const ranks = generateNKeysBetween(last?.rank, null, inSection.length);
  return inSection.map((clip, place) => {
    const { sectionId: _, ...loose } = clip;
    return [clip, { ...loose, issueId: inboxId, rank: ranks[place] ?? clip.rank }];
  });
}

async function putAll(
  transaction: Changing,
  clips: readonly [Clip, Clip][],
  { now }: Clock,
): Promise<WrittenClip[]> {
  const written: WrittenClip[] = [];
  for (const [before, changed] of clips)
    written.push({ before, after: await putChangedClip(transaction, before, changed, now()) });
  return written;
}

import { byRank, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { isInbox } from '../news/newsletter';
import { findCurrentIssue, readIssue } from './issue-lookup';
import type { Database, PreviousVersion } from './database/schema';

/** A clip by its id, also if it is in the bin. */
export function readClip(database: Database, id: string): Promise<Clip | undefined> {
  return database.get('clips', id);
}

/** The clips of an issue or of an inbox, without those in the bin, by rank, so that the clips of each section are in order. */
export async function readClipsOfIssue(database: Database, issueId: string): Promise<Clip[]> {
  const clips = await database.getAllFromIndex('clips', 'issueId', issueId);
  return clips.filter((clip) => clip.binnedAt === undefined).sort(byRank);
}

/** The clips of all issues made at or after an instant (in UTC), in that order, without those in the bin. */
export async function readClippedSince(database: Database, instant: string): Promise<Clip[]> {
  const clips = await database.getAllFromIndex('clips', 'clippedAt', IDBKeyRange.lowerBound(instant));
  return clips.filter((clip) => clip.binnedAt === undefined);
}

/** What Undo of a clip's last save goes by; `undefined` where there is nothing to undo. */
export function readPreviousVersion(
  database: Database,
  clipId: string,
): Promise<PreviousVersion | undefined> {
  return database.get('formers', clipId);
}

export interface FoundClips {
  /** The article's clip in the current draft or in the inbox. */
  current?: Clip;
  /** The article's latest clip in another issue. */
  earlier?: { clip: Clip; issue: Issue };
}

/** Where an article has been clipped before (`articleKey` of src/news/address.ts). Ignores the bin. */
export async function findClips(database: Database, articleKey: string): Promise<FoundClips> {
  const [clips, currentIssue] = await Promise.all([
    database.getAllFromIndex('clips', 'articleKey', articleKey),
    findCurrentIssue(database),
  ]);
  const { current, earlier } = sortFound(clips, currentIssue?.id);
  const issue = earlier && (await readIssue(database, earlier.issueId));
  return { ...(current && { current }), ...(earlier && issue && { earlier: { clip: earlier, issue } }) };
}

/** The latest of an article's clips in an issue or the inbox, and the latest in other issues. */
export function sortFound(
  clips: readonly Clip[],
  issueId: string | undefined,
): { current?: Clip; earlier?: Clip } {
  const found = clips
    .filter((clip) => clip.binnedAt === undefined)
    .toSorted((a, b) => (a.clippedAt < b.clippedAt ? 1 : -1));
  const isHere = (clip: Clip) => clip.issueId === issueId || isInbox(clip.issueId);
  const current = found.find(isHere);
  const earlier = found.find((clip) => !isHere(clip));
  return { ...(current && { current }), ...(earlier && { earlier }) };
}

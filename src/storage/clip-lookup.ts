import { byRank, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { FIRST_NEWSLETTER, homeOf } from '../news/newsletter';
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

export interface FoundClips {
  /** The article's clip in the current draft or in the inbox, with which a clip counts whose issue is missing. */
  current?: Clip;
  /** The article's latest clip in another issue. */
  earlier?: { clip: Clip; issue: Issue };
}

/** Where an article has been clipped before (`articleKey` of src/news/address.ts) for a newsletter. Ignores the bin. */
export async function findClips(
  database: Database,
  articleKey: string,
  newsletterId = FIRST_NEWSLETTER,
): Promise<FoundClips> {
  const [clips, currentIssue] = await Promise.all([
    database.getAllFromIndex('clips', 'articleKey', articleKey),
    findCurrentIssue(database, newsletterId),
  ]);
  const { current, earlier } = await sortFound(clips, newsletterId, currentIssue?.id, (id) =>
    readIssue(database, id),
  );
  const issue = earlier && (await readIssue(database, earlier.issueId));
  return { ...(current && { current }), ...(earlier && issue && { earlier: { clip: earlier, issue } }) };
}

/**
 * The latest of an article's clips in an issue of a newsletter or in its inbox, and the latest in other issues of the newsletter. An article
 * has a clip for each newsletter.
 */
export async function sortFound(
  clips: readonly Clip[],
  newsletterId: string,
  issueId: string | undefined,
  readIssueOf: (id: string) => Promise<Issue | undefined>,
): Promise<{ current?: Clip; earlier?: Clip }> {
  const found = clips
    .filter((clip) => clip.binnedAt === undefined)
    .toSorted((a, b) => (a.clippedAt < b.clippedAt ? 1 : -1));
  const sorted: { current?: Clip; earlier?: Clip } = {};
  for (const clip of found) {
    const home = homeOf(clip, await readIssueOf(clip.issueId));
    if (home.newsletterId !== newsletterId) continue;
    if (home.issueId === issueId || home.issueId === newsletterId) sorted.current ??= clip;
    else sorted.earlier ??= clip;
  }
  return sorted;
}

/** What Undo of a clip's last save goes by; `undefined` where there is nothing to undo. */
export function readPreviousVersion(
  database: Database,
  clipId: string,
): Promise<PreviousVersion | undefined> {
  return database.get('formers', clipId);
}

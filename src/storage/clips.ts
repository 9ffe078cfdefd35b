import { byRank, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { announceChange } from './changes';
import { CLIP_STORES, putClip, type ClipStore } from './clip-store';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably, type Writing } from './durable-write';
import { readCurrentIssue, readIssue } from './issues';
import type { Database } from './schema';
import { MissingRecordError } from './storage-errors';

/** A clip by its id, in the bin or not. */
export function readClip(database: Database, id: string): Promise<Clip | undefined> {
  return database.get('clips', id);
}

/** The clips of an issue that are not in the bin, by rank: within each section they stand in order. */
export async function readClipsOfIssue(database: Database, issueId: string): Promise<Clip[]> {
  const clips = await database.getAllFromIndex('clips', 'issueId', issueId);
  return clips.filter((clip) => clip.binnedAt === undefined).sort(byRank);
}

/** The clips of all issues that were made at an instant (in UTC) or after it, in that order, without those in the bin. */
export async function readClippedSince(database: Database, instant: string): Promise<Clip[]> {
  const clips = await database.getAllFromIndex('clips', 'clippedAt', IDBKeyRange.lowerBound(instant));
  return clips.filter((clip) => clip.binnedAt === undefined);
}

export interface FoundClips {
  /** The article's clip in the current issue. */
  current?: Clip;
  /** Its latest clip in another issue. */
  earlier?: { clip: Clip; issue: Issue };
}

/** Where an article has been clipped already (`articleKey` of src/news/address.ts); the bin does not count. */
export async function findClips(database: Database, articleKey: string): Promise<FoundClips> {
  const currentIssue = await readCurrentIssue(database);
  const { current, earlier } = sortFound(
    await database.getAllFromIndex('clips', 'articleKey', articleKey),
    currentIssue.id,
  );
  const issue = earlier && (await readIssue(database, earlier.issueId));
  return { ...(current && { current }), ...(earlier && issue && { earlier: { clip: earlier, issue } }) };
}

/** The latest of an article's clips in an issue, and outside it. */
export function sortFound(clips: readonly Clip[], issueId: string): { current?: Clip; earlier?: Clip } {
  const found = clips
    .filter((clip) => clip.binnedAt === undefined)
    .toSorted((a, b) => (a.clippedAt < b.clippedAt ? 1 : -1));
  const current = found.find((clip) => clip.issueId === issueId);
  const earlier = found.find((clip) => clip.issueId !== issueId);
  return { ...(current && { current }), ...(earlier && { earlier }) };
}

/** A record before and after it was written. */
export interface WrittenClip {
  before: Clip;
  after: Clip;
}

/** Writes what `change` makes of the clip as it is at that moment; id, issue, instants and revision are kept by storage. */
export async function changeClip(
  database: Database,
  id: string,
  change: (clip: Clip) => Clip,
  clock: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Clip> {
  const [written] = await changeClips(database, [id], change, clock);
  if (written === undefined) throw new MissingRecordError(`There is no clip ${id}`);
  return written.after;
}

/** The same with several clips at once: all of them are written, or none. None are where `change` makes nothing of one. */
export async function changeClips(
  database: Database,
  ids: readonly string[],
  change: (clip: Clip) => Clip | undefined,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<WrittenClip[]> {
  const written = await writeDurably(database, [...CLIP_STORES], async (transaction) => {
    const changes: [Clip, Clip][] = [];
    for (const id of ids) {
      const before = await clipIn(transaction, id);
      const changed = change(before);
      if (changed === undefined) return [];
      changes.push([before, changed]);
    }
    const all: WrittenClip[] = [];
    for (const [before, changed] of changes)
      all.push({ before, after: await putChangedClip(transaction, before, changed, now()) });
    return all;
  });
  const revisions = Object.fromEntries(written.map(({ after }) => [after.id, after.revision]));
  announceChange({ clips: Object.keys(revisions), revisions });
  return written;
}

/** For use within a transaction. */
export async function clipIn(transaction: Writing<'clips'>, id: string): Promise<Clip> {
  const clip = await transaction.objectStore('clips').get(id);
  if (clip === undefined) throw new MissingRecordError(`There is no clip ${id}`);
  return clip;
}

/** For use within a transaction. */
export async function putChangedClip(
  transaction: Writing<ClipStore>,
  before: Clip,
  changed: Clip,
  now: Date,
): Promise<Clip> {
  const { id, issueId, clippedAt, revision } = before;
  const clip = { ...changed, id, issueId, clippedAt, changedAt: now.toISOString(), revision: revision + 1 };
  await putClip(transaction, clip);
  return clip;
}

import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { byRank, isUnsorted, type Clip } from '../news/clip';
import type { Issue } from '../news/issue';
import { announceChange } from './changes';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably, type Writing } from './durable-write';
import { issueIn, readCurrentIssue, readIssue } from './issues';
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

/** Writes what `change` makes of the clip as it is at that moment; id, issue, instants and revision are kept by storage. */
export async function changeClip(
  database: Database,
  id: string,
  change: (clip: Clip) => Clip,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Clip> {
  const changed = await writeDurably(database, ['clips'], async (transaction) => {
    const clip = await clipIn(transaction, id);
    return putChangedClip(transaction, clip, change(clip), now());
  });
  announceChange({ clips: [id] });
  return changed;
}

/**
 * Puts a clip into a section of its issue (`undefined`: unsorted), before another clip of that section or at its end.
 */
export async function moveClip(
  database: Database,
  id: string,
  sectionId: string | undefined,
  beforeClipId?: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  const written = await writeDurably(database, ['clips', 'issues'], async (transaction) => {
    const { sectionId: former, ...clip } = await clipIn(transaction, id);
    const issue = await issueIn(transaction, clip.issueId);
    const others = (await clipsOfSection(transaction, issue, sectionId)).filter((other) => other.id !== id);
    const place = others.findIndex((other) => other.id === beforeClipId);
    const index = place === -1 ? others.length : place;
    const moved = { ...clip, ...(sectionId !== undefined && { sectionId }) };
    return putAt(transaction, moved, others, index, now());
  });
  announceChange({ clips: written });
}

/** Ranks between equal ones do not exist: where neighbours are equal the whole section is ranked anew. */
async function putAt(
  transaction: Writing<'clips' | 'issues'>,
  clip: Clip,
  others: readonly Clip[],
  index: number,
  now: Date,
): Promise<string[]> {
  const lower = others[index - 1]?.rank ?? null;
  const upper = others[index]?.rank ?? null;
  if (lower === null || lower !== upper) {
    await putChangedClip(transaction, clip, { ...clip, rank: generateKeyBetween(lower, upper) }, now);
    return [clip.id];
  }
  const inOrder = others.toSpliced(index, 0, clip);
  const ranks = generateNKeysBetween(null, null, inOrder.length);
  for (const [place, each] of inOrder.entries())
    await putChangedClip(transaction, each, { ...each, rank: ranks[place] ?? each.rank }, now);
  return inOrder.map((each) => each.id);
}

/** For use within a transaction. */
export async function clipIn(transaction: Writing<'clips'>, id: string): Promise<Clip> {
  const clip = await transaction.objectStore('clips').get(id);
  if (clip === undefined) throw new MissingRecordError(`There is no clip ${id}`);
  return clip;
}

/** For use within a transaction. */
export async function putChangedClip(
  transaction: Writing<'clips'>,
  before: Clip,
  changed: Clip,
  now: Date,
): Promise<Clip> {
  const { id, issueId, clippedAt, revision } = before;
  const clip = { ...changed, id, issueId, clippedAt, changedAt: now.toISOString(), revision: revision + 1 };
  await transaction.objectStore('clips').put(clip);
  return clip;
}

/** For use within a transaction: the rank after the last clip of a section. */
export async function rankAtEnd(
  transaction: Writing<'clips' | 'issues'>,
  issue: Issue,
  sectionId: string | undefined,
): Promise<string> {
  const last = (await clipsOfSection(transaction, issue, sectionId)).at(-1);
  return generateKeyBetween(last?.rank, undefined);
}

/** In order, the binned ones included: they keep their places. */
async function clipsOfSection(
  transaction: Writing<'clips' | 'issues'>,
  issue: Issue,
  sectionId: string | undefined,
): Promise<Clip[]> {
  const clips = await transaction.objectStore('clips').index('issueId').getAll(issue.id);
  return clips
    .filter((clip) => (sectionId === undefined ? isUnsorted(clip, issue) : clip.sectionId === sectionId))
    .sort(byRank);
}

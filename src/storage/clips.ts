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

/** The same with several clips at once: all of them are written, or none. */
export async function changeClips(
  database: Database,
  ids: readonly string[],
  change: (clip: Clip) => Clip,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<WrittenClip[]> {
  const written = await writeDurably(database, ['clips'], async (transaction) => {
    const all: WrittenClip[] = [];
    for (const id of ids) {
      const before = await clipIn(transaction, id);
      all.push({ before, after: await putChangedClip(transaction, before, change(before), now()) });
    }
    return all;
  });
  announceChange({ clips: [...ids] });
  return written;
}

/**
 * Puts clips, in the order given, into a section of their issue (`undefined`: unsorted), before another clip of that section or at
 * its end. Gives what was written: others than these too, where there was no room between two.
 */
export async function moveClips(
  database: Database,
  ids: readonly string[],
  sectionId: string | undefined,
  beforeClipId?: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<WrittenClip[]> {
  const written = await writeDurably(database, ['clips', 'issues'], async (transaction) => {
    const clips: Clip[] = [];
    for (const id of ids) clips.push(await clipIn(transaction, id));
    const [first] = clips;
    if (first === undefined) return [];
    const issue = await issueIn(transaction, first.issueId);
    const inSection = await clipsOfSection(transaction, issue, sectionId);
    const others = inSection.filter(({ id }) => !ids.includes(id));
    const place = others.findIndex(({ id }) => id === beforeClipId);
    const index = place === -1 ? others.length : place;
    const all: WrittenClip[] = [];
    for (const [before, rank] of rankAt(clips, others, index)) {
      const { sectionId: former, ...rest } = before;
      const section = clips.includes(before) ? sectionId : former;
      const changed = { ...rest, ...(section !== undefined && { sectionId: section }), rank };
      all.push({ before, after: await putChangedClip(transaction, before, changed, now()) });
    }
    return all;
  });
  announceChange({ clips: written.map(({ after }) => after.id) });
  return written;
}

/** Ranks between equal ones do not exist: where neighbours are equal the whole section is ranked anew. */
function rankAt(clips: readonly Clip[], others: readonly Clip[], index: number): [Clip, string][] {
  const lower = others[index - 1]?.rank ?? null;
  const upper = others[index]?.rank ?? null;
  const hasRoom = lower === null || lower !== upper;
  const ranked = hasRoom ? clips : others.toSpliced(index, 0, ...clips);
  const ranks = generateNKeysBetween(hasRoom ? lower : null, hasRoom ? upper : null, ranked.length);
  return ranked.map((clip, place) => [clip, ranks[place] ?? clip.rank]);
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

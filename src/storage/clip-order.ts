import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { byRank, isUnsorted, type Clip } from '../news/clip';
import { announceChange } from './database/changes';
import { clipIn, putChangedClip, type WrittenClip } from './clips';
import { CLIP_STORES, putClip } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably, type Writing } from './database/durable-write';
import type { Database } from './database/schema';

/** Clips that are sorted among each other: those of a section, those of an issue that have no section, or those of an inbox. */
export interface ClipGroup {
  /** The id of the issue; for an inbox, that of its newsletter. */
  issueId: string;
  sectionId?: string | undefined;
}

/**
 * Moves clips, in the given order, before another clip of a group or to its end; with a `groupId`, they are one item from then on.
 * Returns what was written, including other clips that got new ranks because there was none left between two of them.
 */
export async function moveClips(
  database: Database,
  ids: readonly string[],
  { issueId, sectionId, groupId }: ClipGroup & Pick<Clip, 'groupId'>,
  beforeClipId?: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<WrittenClip[]> {
  const written = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const clips: Clip[] = [];
    for (const id of ids) clips.push(await clipIn(transaction, id));
    const inGroup = await clipsOfGroup(transaction, { issueId, sectionId });
    const others = inGroup.filter(({ id }) => !ids.includes(id));
    const place = others.findIndex(({ id }) => id === beforeClipId);
    const index = place === -1 ? others.length : place;
    const all: WrittenClip[] = [];
    for (const [before, rank] of rankAt(clips, others, index)) {
      const { sectionId: _, ...rest } = before;
      const place = {
        issueId,
        ...(sectionId !== undefined && { sectionId }),
        ...(groupId !== undefined && { groupId }),
      };
      const changed = clips.includes(before) ? { ...rest, ...place, rank } : { ...before, rank };
      all.push({ before, after: await putChangedClip(transaction, before, changed, now()) });
    }
    return all;
  });
  announceChange({ clips: written.map(({ after }) => after.id) });
  return written;
}

/** Creates an empty note in a group, before one of its clips or at its end. */
export async function addNote(
  database: Database,
  { issueId, sectionId }: ClipGroup,
  beforeClipId?: string,
  { now, newId }: ClockAndIds = SYSTEM,
): Promise<Clip> {
  const at = now().toISOString();
  const note: Clip = {
    id: newId(),
    issueId,
    ...(sectionId !== undefined && { sectionId }),
    rank: '',
    isNote: true,
    quotes: [],
    showDate: false,
    showLanguage: false,
    clippedAt: at,
    changedAt: at,
    revision: 1,
  };
  const written = await writeDurably(database, [...CLIP_STORES, 'issues'], async (transaction) => {
    const others = await clipsOfGroup(transaction, { issueId, sectionId });
    const place = others.findIndex(({ id }) => id === beforeClipId);
    const all: Clip[] = [];
    for (const [clip, rank] of rankAt([note], others, place === -1 ? others.length : place)) {
      if (clip !== note) all.push(await putChangedClip(transaction, clip, { ...clip, rank }, now()));
      else {
        const ranked = { ...note, rank };
        await putClip(transaction, ranked);
        all.push(ranked);
      }
    }
    return all;
  });
  announceChange({ clips: written.map(({ id }) => id) });
  return written.find(({ id }) => id === note.id) ?? note;
}

/**
 * The ranks that put clips at an index among the others of their group. If the neighbours there have equal ranks, between which there
 * is none, all clips of the group get new ranks.
 */
function rankAt(clips: readonly Clip[], others: readonly Clip[], index: number): [Clip, string][] {
  const lower = others[index - 1]?.rank ?? null;
  const upper = others[index]?.rank ?? null;
  const hasRankBetween = lower === null || lower !== upper;
  const ranked = hasRankBetween ? clips : others.toSpliced(index, 0, ...clips);
  const ranks = generateNKeysBetween(
    hasRankBetween ? lower : null,
    hasRankBetween ? upper : null,
    ranked.length,
  );
  return ranked.map((clip, place) => [clip, ranks[place] ?? clip.rank]);
}

/** The rank after the last clip of a group. For use within a transaction. */
export async function rankAtEnd(transaction: Writing<'clips' | 'issues'>, group: ClipGroup): Promise<string> {
  const last = (await clipsOfGroup(transaction, group)).at(-1);
  return generateKeyBetween(last?.rank, undefined);
}

/** The clips of a group in order, including those in the bin, which keep their places. */
async function clipsOfGroup(
  transaction: Writing<'clips' | 'issues'>,
  { issueId, sectionId }: ClipGroup,
): Promise<Clip[]> {
  const issue = await transaction.objectStore('issues').get(issueId);
  const clips = await transaction.objectStore('clips').index('issueId').getAll(issueId);
  return clips
    .filter((clip) => (sectionId === undefined ? isUnsorted(clip, issue) : clip.sectionId === sectionId))
    .sort(byRank);
}

import type { Clip } from '../news/clip';
import { announceChange } from './database/changes';
import { changeClip } from './clips';
import { CLIP_STORES, deleteClip, putClip } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably } from './database/durable-write';
import type { Database, Snapshot } from './database/schema';

/** Puts a clip in the bin. It keeps its place in its issue. */
export async function binClip(
  database: Database,
  id: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  await changeClip(database, id, (clip) => ({ ...clip, binnedAt: now().toISOString() }), { now });
}

/** Takes a clip out of the bin, back to its place. */
export async function restoreClip(
  database: Database,
  id: string,
  clock: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  await changeClip(database, id, ({ binnedAt, ...clip }) => clip, clock);
}

/** What lies in the bin, binned last first. */
export async function readBin(database: Database): Promise<Clip[]> {
  return (await database.getAllFromIndex('clips', 'binnedAt')).reverse();
}

/** What emptying the bin took away: clips with the saved texts of their pages. */
export interface EmptiedBin {
  clips: readonly Clip[];
  snapshots: readonly Snapshot[];
}

/** How long a clip lies in the bin before it goes for good, in days. */
export const DAYS_IN_BIN = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Deletes all that lies in the bin. `undoEmptyBin` brings it back as long as somebody holds what this gives. */
export function emptyBin(database: Database): Promise<EmptiedBin> {
  return deleteBinned(database, null);
}

/** Deletes what has lain in the bin for 30 days. Costs nothing on the other days; the clock must not run ahead. */
export function sweepBin(
  database: Database,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<EmptiedBin> {
  const latest = new Date(now().getTime() - DAYS_IN_BIN * DAY).toISOString();
  return deleteBinned(database, IDBKeyRange.upperBound(latest));
}

/** Lays back into the bin what was emptied out of it; what is there again meanwhile stays as it is. */
export async function undoEmptyBin(database: Database, { clips, snapshots }: EmptiedBin): Promise<void> {
  await writeDurably(database, [...CLIP_STORES, 'snapshots'], async (transaction) => {
    const store = transaction.objectStore('clips');
    for (const clip of clips)
      if ((await store.getKey(clip.id)) === undefined) await putClip(transaction, clip);
    const texts = transaction.objectStore('snapshots');
    for (const text of snapshots) if ((await texts.getKey(text.clipId)) === undefined) await texts.put(text);
  });
  announceChange({ clips: clips.map(({ id }) => id) });
}

async function deleteBinned(database: Database, since: IDBKeyRange | null): Promise<EmptiedBin> {
  // Most days there is nothing, and whoever only looks keeps nobody from writing.
  if ((await database.countFromIndex('clips', 'binnedAt', since)) === 0) return { clips: [], snapshots: [] };
  const deleted = await writeDurably(
    database,
    [...CLIP_STORES, 'snapshots', 'formers'],
    async (transaction) => {
      const clips = await transaction.objectStore('clips').index('binnedAt').getAll(since);
      const texts = transaction.objectStore('snapshots');
      const snapshots: Snapshot[] = [];
      for (const { id } of clips) {
        const text = await texts.get(id);
        if (text !== undefined) snapshots.push(text);
        await deleteClip(transaction, id);
        await texts.delete(id);
        await transaction.objectStore('formers').delete(id);
      }
      return { clips, snapshots };
    },
    { needsRoom: false },
  );
  announceChange({ clips: deleted.clips.map(({ id }) => id) });
  return deleted;
}

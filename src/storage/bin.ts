import type { Clip } from '../news/clip';
import { announceChange } from './database/changes';
import { recordClipEdit } from '../news/merge/clip-versions';
import { CLIP_STORES, deleteClip, putClipVersion } from './clip-store';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { Database, Snapshot } from './database/schema';

/** The clips in the bin; the one binned last comes first. */
export async function readBin(database: Database): Promise<Clip[]> {
  return (await database.getAllFromIndex('clips', 'binnedAt')).reverse();
}

/** The content of a bin that was emptied: clips, with the saved texts of their pages. */
export interface EmptiedBin {
  clips: readonly Clip[];
  snapshots: readonly Snapshot[];
}

/** How many days a clip stays in the bin before it is deleted. */
export const DAYS_IN_BIN = 30;
const DAY = 24 * 60 * 60 * 1000;

/** Deletes everything in the bin, or only some of it. `undoEmptyBin` restores it from what this returns. */
export function emptyBin(database: Database, ids?: readonly string[]): Promise<EmptiedBin> {
  return deleteBinned(database, null, ids && new Set(ids));
}

/**
 * Deletes clips that have been in the bin for 30 days. On days without any, this costs nothing. The clock must not be ahead of
 * time.
 */
export function sweepBin(
  database: Database,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<EmptiedBin> {
  const latest = new Date(now().getTime() - DAYS_IN_BIN * DAY).toISOString();
  return deleteBinned(database, IDBKeyRange.upperBound(latest));
}

/**
 * Restores the content of a bin that was emptied. Records that exist again meanwhile stay as they are. The clips become a later version
 * than the one that was deleted for good: otherwise the note of that, if it came from a hub once more, would delete them.
 */
export async function undoEmptyBin(database: Database, { clips, snapshots }: EmptiedBin): Promise<void> {
  await writeDurably(database, [...CLIP_STORES, 'snapshots'], async (transaction) => {
    const store = transaction.objectStore('clips');
    for (const clip of clips)
      if ((await store.getKey(clip.id)) === undefined)
        await putClipVersion(transaction, asLaterVersion(clip));
    const texts = transaction.objectStore('snapshots');
    for (const text of snapshots) if ((await texts.getKey(text.clipId)) === undefined) await texts.put(text);
  });
  announceChange({ clips: clips.map(({ id }) => id) });
}

/** The same clip, as a later version than the one that others may have deleted for good: two edits that amount to none. */
export function asLaterVersion(clip: Clip): Clip {
  const other = recordClipEdit(clip, { ...clip, showDate: !clip.showDate }, AUTHOR);
  return recordClipEdit(other, { ...other, showDate: clip.showDate }, AUTHOR);
}

async function deleteBinned(
  database: Database,
  since: IDBKeyRange | null,
  some?: ReadonlySet<string>,
): Promise<EmptiedBin> {
  // On most days there is nothing to delete, and then no write transaction should block others.
  if ((await database.countFromIndex('clips', 'binnedAt', since)) === 0) return { clips: [], snapshots: [] };
  const deleted = await writeDurably(
    database,
    [...CLIP_STORES, 'snapshots', 'formers'],
    async (transaction) => {
      const binned = await transaction.objectStore('clips').index('binnedAt').getAll(since);
      const clips = binned.filter(({ id }) => some === undefined || some.has(id));
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
    { needsSpace: false },
  );
  announceChange({ clips: deleted.clips.map(({ id }) => id) });
  return deleted;
}

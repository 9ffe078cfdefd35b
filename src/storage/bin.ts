import type { Clip } from '../news/clip';
import { announceChange } from './changes';
import { changeClip } from './clips';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably } from './durable-write';
import type { Database } from './schema';

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

/** Deletes a clip with the saved text of its page. This alone cannot be undone. */
export async function deleteClipForGood(database: Database, id: string): Promise<void> {
  await writeDurably(database, ['clips', 'snapshots', 'formers'], (transaction) =>
    Promise.all([
      transaction.objectStore('clips').delete(id),
      transaction.objectStore('snapshots').delete(id),
      transaction.objectStore('formers').delete(id),
    ]),
  );
  announceChange({ clips: [id] });
}

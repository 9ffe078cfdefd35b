import type { Clip } from '../../src/news/clip';
import { changeClips } from '../../src/storage/clips';
import { SYSTEM, type ClockAndIds } from '../../src/storage/database/clock';
import type { Database } from '../../src/storage/database/schema';

/** Writes what `change` returns for the current version of the clip. */
export async function changeClip(
  database: Database,
  id: string,
  change: (clip: Clip) => Clip,
  clock: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Clip> {
  const [written] = await changeClips(database, [id], change, clock);
  if (written === undefined) throw new Error(`The clip ${id} was not written`);
  return written.after;
}

/** Moves a clip to the bin. It keeps its place in its issue. */
export async function binClip(
  database: Database,
  id: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  await changeClip(database, id, (clip) => ({ ...clip, binnedAt: now().toISOString() }), { now });
}

/** Moves a clip from the bin back to its place. */
export async function restoreClip(
  database: Database,
  id: string,
  clock: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  await changeClip(database, id, ({ binnedAt, ...clip }) => clip, clock);
}

import { writeDurably } from '../storage/database/durable-write';
import type { Database } from '../storage/database/schema';
import { unpurge } from '../storage/outbox/outbox';
import type { Workspace } from '../storage/outbox/workspace';

/** How many days a machine remembers what was deleted for good. */
export const DAYS_PURGES_ARE_KEPT = 90;
const KEPT_FOR = DAYS_PURGES_ARE_KEPT * 24 * 60 * 60_000;

/**
 * Removes old notes of what was deleted for good, so that they do not accumulate. Counts from when this machine got the note, because the clock
 * of the one that wrote it may be wrong.
 */
export async function forgetOldPurges(database: Database): Promise<void> {
  const limit = Date.now() - KEPT_FOR;
  const notes = await database.getAll('purged');
  const old = notes.filter(({ at, keptSince = Date.parse(at) }) => keptSince < limit);
  if (old.length === 0) return;
  await writeDurably(database, ['purged', 'outbox'], async (transaction) => {
    for (const { id } of old) await unpurge(transaction, id);
  });
}

/** When this machine was in sync last, if the others may have forgotten since then what was deleted for good. */
export function longAwaySince({ inSyncAt }: Pick<Workspace, 'inSyncAt'>): string | undefined {
  const isLong = inSyncAt !== undefined && Date.parse(inSyncAt) < Date.now() - KEPT_FOR;
  return isLong ? inSyncAt : undefined;
}

import { writeDurably } from '../storage/database/durable-write';
import type { Database } from '../storage/database/schema';
import { unpurge } from '../storage/outbox/outbox';
import type { Workspace } from '../storage/outbox/workspace';

/** How long a machine remembers what was deleted for good, in milliseconds: 90 days. */
const KEPT_FOR = 90 * 24 * 60 * 60_000;

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

/** Whether the others may have forgotten what was deleted for good since this machine was in sync last. */
export function wasAwayTooLong({ inSyncAt }: Pick<Workspace, 'inSyncAt'>): boolean {
  return inSyncAt !== undefined && Date.parse(inSyncAt) < Date.now() - KEPT_FOR;
}

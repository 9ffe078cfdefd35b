import { writeDurably } from '../storage/database/durable-write';
import type { Database } from '../storage/database/schema';
import { unpurge } from '../storage/outbox/outbox';

/** In milliseconds: 90 days. A machine that was away for longer brings back what was deleted meanwhile. */
const PURGES_KEPT_FOR = 90 * 24 * 60 * 60_000;

/** Removes old notes of what was deleted for good, so that they do not accumulate. */
export async function forgetOldPurges(database: Database): Promise<void> {
  const limit = new Date(Date.now() - PURGES_KEPT_FOR).toISOString();
  const old = (await database.getAll('purged')).filter(({ at }) => at < limit);
  if (old.length === 0) return;
  await writeDurably(database, ['purged', 'outbox'], async (transaction) => {
    for (const { id } of old) await unpurge(transaction, id);
  });
}

import type { Backup } from '../backup/backup';
import type { BackupRecord } from '../backup/backup-content';
import { moveLateClips } from '../backup/late-clips';
import {
  issuesIn,
  issuesOf,
  keysOf,
  mergeBatch,
  type Merging,
  type RecordKeys,
} from '../backup/merged-batch';
import { removeUnusedIssues } from '../backup/unused-issue';
import { CLIP_STORES } from '../clip-store';
import { announceChange } from '../database/changes';
import { writeDurably } from '../database/durable-write';
import type { LongWork } from '../database/long-work';
import { inBatches } from '../database/record-batches';
import type { Database } from '../database/schema';

/**
 * Merges a copy with the database, one batch of records after the other, so that a clip that is saved meanwhile need not wait
 * for all of them. If that is interrupted, the copy still has the rest, and it is offered again. Returns the ids of the copy's
 * issues.
 */
export async function returnRecords(
  database: Database,
  { stores, read }: Backup,
  work: LongWork,
): Promise<ReadonlySet<string>> {
  const scope = [...new Set([...CLIP_STORES, 'issues', 'newsletters', 'editions', ...stores] as const)];
  const write = <Result>(change: (transaction: Merging) => Promise<Result>) =>
    writeDurably(database, scope, change, { isCopied: true });
  const ours = new Set(await database.getAllKeys('issues'));
  const [issueIds, ofCopy] = [new Set<string>(), new Set<string>()];
  const written: RecordKeys = new Map();
  const merge = (batch: readonly BackupRecord[]) => async (transaction: Merging) => {
    const { keys } = await mergeBatch(transaction, batch, { stores, way: 'merge' });
    for (const [store, put] of keys) for (const key of put) keysOf(written, store).add(key);
    for (const id of await removeUnusedIssues(transaction, ours, issuesIn(batch)))
      keysOf(written, 'issues').add(id);
  };
  try {
    for await (const batch of inBatches(read(work))) {
      await write(merge(batch));
      for (const id of issuesOf(batch)) issueIds.add(id);
      for (const { id } of issuesIn(batch)) ofCopy.add(id);
    }
    for (const id of await write((transaction) => moveLateClips(transaction, issueIds)))
      keysOf(written, 'clips').add(id);
  } finally {
    announceChange({
      clips: [...keysOf(written, 'clips')],
      issues: [...keysOf(written, 'issues')],
      preferences: true,
      isRestored: true,
    });
  }
  return ofCopy;
}

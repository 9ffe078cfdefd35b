import { copySavesBy } from '../database/durable-write';
import { notePurge } from '../database/purge-note';
import type { Database } from '../database/schema';
import { announceOutgoing, OUTBOX_STORES, queueWrites } from '../outbox/outbox';
import { isRecorded, recordWrites, type RecordedWrite, type Recording } from '../outbox/recorded-writes';
import { makeCheckpoint } from './checkpoint';
import { nameCopyFile } from './copy-file';
import { openFolder, writeAtOnce } from './copy-folder';
import type { CopiedWrite } from './copied-write';
import { printSave } from './save-file';
import { numberSave, type Save } from './save-number';

/** A save that writes more records than this is a restored backup, and is copied by a checkpoint. Deletions are small, however many. */
const MOST_RECORDS = 500;

/**
 * From now on, each save of this page or worker is copied outside the database before it resolves, and is put into the outbox if this
 * machine is in a workspace. If the copy fails, the save remains valid; `onOutcome` receives the error, or `undefined` after each successful
 * copy.
 */
export function copySaves(onOutcome: (error: unknown) => void): void {
  copySavesBy<{ save: Save | undefined; isQueued: boolean }>({
    widen: (stores) => (stores.some(isRecorded) ? [...stores, ...OUTBOX_STORES] : stores),
    record: (transaction) => {
      const recording: Recording = { writes: [], hasOutbox: false };
      return [
        recordWrites(transaction, recording),
        async () => {
          const isQueued =
            recording.hasOutbox ||
            (recording.writes.length > 0 && (await queueWrites(transaction, recording.writes)));
          const writes = recording.writes.flatMap(copiedWrite);
          // No file of this save will say that earlier copies must be removed.
          if (isLarge(writes) && deletesForGood(writes)) await notePurge(transaction.objectStore('upkeep'));
          return { isQueued, save: writes.length > 0 ? await numberSave(transaction, writes) : undefined };
        },
      ];
    },
    keep: async (database, { save, isQueued }) => {
      if (isQueued) announceOutgoing();
      try {
        if (save !== undefined) await copySave(database, save);
        onOutcome(undefined);
      } catch (error) {
        onOutcome(error);
      }
    },
  });
}

/** The texts of pages are large, and are copied by checkpoints only. */
function copiedWrite(write: RecordedWrite): CopiedWrite[] {
  const { store } = write;
  if (store === 'snapshots') return [];
  return ['record' in write ? { store, record: write.record } : { store, key: write.key }];
}

async function copySave(database: Database, save: Save): Promise<void> {
  if (isLarge(save.writes)) return makeCheckpoint(database);
  const folder = openFolder(database.name);
  const name = nameCopyFile({ kind: 'save', isPurge: deletesForGood(save.writes), ...save });
  await writeAtOnce(folder, name, await printSave(name, save.writes));
  const deleted = deletedClips(save.writes);
  if (deleted.length === 0) return;
  const note = nameCopyFile({ kind: 'deleted', isPurge: false, ...save });
  await writeAtOnce(folder, note, await printSave(note, deleted));
}

function isLarge(writes: readonly CopiedWrite[]): boolean {
  return writes.filter((write) => 'record' in write).length > MOST_RECORDS;
}

/** None if the save also writes clips: their words may be in one of these. */
function deletedClips(writes: readonly CopiedWrite[]): readonly CopiedWrite[] {
  const ofClips = writes.filter(({ store }) => store === 'clips');
  return ofClips.some((write) => 'record' in write) ? [] : ofClips;
}

/** A draft that becomes a clip is not deleted for good, because its words are in the clip. */
function deletesForGood(writes: readonly CopiedWrite[]): boolean {
  const savesClip = writes.some((write) => write.store === 'clips' && 'record' in write);
  return writes.some((write) => 'key' in write && (write.store !== 'drafts' || !savesClip));
}

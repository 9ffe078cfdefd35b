import { copySavesBy } from '../database/durable-write';
import { notePurge } from '../database/purge-note';
import type { Database } from '../database/schema';
import { announceOutgoing, OUTBOX_STORES, queueWrites } from '../outbox/outbox';
import { isRecorded, recordWrites, type RecordedWrite, type Recording } from '../outbox/recorded-writes';
import { makeCheckpoint } from './checkpoint';
import { nameCopyFile } from './copy-file';
import { openFolder, prepareWrites, removeFiles, writeAtOnce, type CopyFolder } from './copy-folder';
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
  copySavesBy<{ copying: Copying | undefined; isQueued: boolean }>({
    widen: (stores) => (stores.some(isRecorded) ? [...stores, ...OUTBOX_STORES] : stores),
    record: (transaction) => {
      const recording: Recording = { writes: [], hasOutbox: false };
      const folder = openFolder(transaction.db.name);
      if ([...transaction.objectStoreNames].some(isRecorded)) prepareWrites(folder);
      return [
        recordWrites(transaction, recording),
        async () => {
          const isQueued =
            recording.hasOutbox ||
            (recording.writes.length > 0 && (await queueWrites(transaction, recording.writes)));
          const writes = recording.writes.flatMap(copiedWrite);
          // No file of this save will say that earlier copies must be removed.
          if (isLarge(writes) && deletesForGood(writes)) await notePurge(transaction.objectStore('upkeep'));
          const save =
            writes.length > 0 ? await numberSave(transaction, recording.writes, writes) : undefined;
          return { isQueued, copying: save && beginCopy(folder, save, transaction.done) };
        },
      ];
    },
    keep: async (database, { copying, isQueued }) => {
      if (isQueued) announceOutgoing();
      try {
        await copying?.finish(database);
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

/** A save that is being copied. */
interface Copying {
  /** Resolves when the save has been copied. To be called when it has been committed. */
  finish: (database: Database) => Promise<void>;
}

/**
 * Writes the file of a save while the browser commits it, because both take about as long. The file is removed if the save is
 * not committed; if the browser ends before that, the copy contains what was about to be saved, and it is offered like
 * anything that the database lacks.
 */
function beginCopy(folder: CopyFolder, { writes, ...numbered }: Save, committed: Promise<void>): Copying {
  if (isLarge(writes)) return { finish: makeCheckpoint };
  const save = { ...numbered, kind: 'save', isPurge: deletesForGood(writes) } as const;
  const file = { ...save, name: nameCopyFile(save) };
  const written = writeCopy(folder, file.name, writes);
  written.catch(() => undefined); // `finish` reports it
  committed.catch(() => written.catch(() => undefined).then(() => removeFiles(folder, [file])));
  return {
    finish: async () => {
      await written;
      const deleted = deletedClips(writes);
      if (deleted.length === 0) return;
      const name = nameCopyFile({ ...save, kind: 'deleted', isPurge: false });
      await writeCopy(folder, name, deleted);
    },
  };
}

async function writeCopy(folder: CopyFolder, name: string, writes: readonly CopiedWrite[]): Promise<void> {
  await writeAtOnce(folder, name, await printSave(name, writes));
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

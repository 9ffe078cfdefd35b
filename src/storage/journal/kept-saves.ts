import { copySavesBy } from '../database/durable-write';
import { notePurge } from '../database/purge-note';
import type { Database, Snapshot } from '../database/schema';
import { announceOutgoing, OUTBOX_STORES, queueWrites } from '../outbox/outbox';
import { isRecorded, recordWrites, type RecordedWrite, type Recording } from '../outbox/recorded-writes';
import { makeCheckpoint } from './checkpoint';
import { nameCopyFile } from './copy-file';
import { openFolder, prepareWrites, removeFiles, writeAtOnce, type CopyFolder } from './copy-folder';
import { LEFT_OUT, type CopiedWrite } from './copied-write';
import { printSave } from './save-file';
import { numberSave, type Save } from './save-number';

/** A save that writes more records than this is a restored backup, and is copied by a checkpoint. Deletions are small, however many. */
const MOST_RECORDS = 500;

/** The text of a page of so many bytes, gzipped, is copied with its save: some 30,000 words. */
const LARGEST_TEXT = 64 * 1024;

/**
 * From now on, each save of this page or worker is copied outside the database before it resolves, and is put into the outbox if this
 * machine is in a workspace. If the copy fails, the save remains valid; `onOutcome` receives the error, or `undefined` after each successful
 * copy.
 */
export function copySaves(onOutcome: (error: unknown) => void): void {
  copySavesBy<{ copying: Copying | undefined; isQueued: boolean }>({
    widen: (stores) => (stores.some(isRecorded) ? [...stores, ...OUTBOX_STORES] : stores),
    record: (transaction, isOfCopy) => {
      const recording: Recording = { writes: [], hasOutbox: false };
      const folder = openFolder(transaction.db.name);
      if ([...transaction.objectStoreNames].some(isRecorded)) prepareWrites(folder);
      return [
        recordWrites(transaction, recording),
        async () => {
          const isQueued =
            !isOfCopy &&
            (recording.hasOutbox ||
              (recording.writes.length > 0 && (await queueWrites(transaction, recording.writes))));
          const copied = recording.writes.map(copiedWrite);
          const writes = isOfCopy ? copied.filter(deletesIssue) : copied;
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

/** A large text of a page is copied by checkpoints only, if at all. */
function copiedWrite(write: RecordedWrite): CopiedWrite {
  const { store } = write;
  if (!('record' in write)) return { store, key: write.key };
  const { record } = write;
  if (store !== 'snapshots' || (record as Snapshot).markdown.length <= LARGEST_TEXT) return { store, record };
  return { store: LEFT_OUT, key: (record as Snapshot).clipId };
}

/** The issue that a page has made by itself in an empty database. Otherwise it comes back after the next loss. */
function deletesIssue(write: CopiedWrite): boolean {
  return 'key' in write && write.store === 'issues';
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
  const written = printSave(file.name, writes).then((text) => writeAtOnce(folder, file.name, text));
  written.catch(() => undefined); // `finish` reports it
  committed.catch(() => written.catch(() => undefined).then(() => removeFiles(folder, [file])));
  return {
    finish: async () => {
      await written;
      const deleted = deletedClips(writes);
      if (deleted.length === 0) return;
      const name = nameCopyFile({ ...save, kind: 'deleted', isPurge: false });
      await writeAtOnce(folder, name, await printSave(name, deleted));
    },
  };
}

function isLarge(writes: readonly CopiedWrite[]): boolean {
  return writes.filter((write) => 'record' in write).length > MOST_RECORDS;
}

/** None if the save also writes clips: their words may be in one of these. */
function deletedClips(writes: readonly CopiedWrite[]): readonly CopiedWrite[] {
  const ofClips = writes.filter(({ store }) => store === 'clips');
  return ofClips.some((write) => 'record' in write) ? [] : ofClips;
}

/** A draft that becomes a clip is not deleted for good, because its words are in the clip; nor is the text of a page without its clip. */
function deletesForGood(writes: readonly CopiedWrite[]): boolean {
  const savesClip = writes.some((write) => write.store === 'clips' && 'record' in write);
  const isForGood = (store: string) =>
    store !== 'snapshots' && store !== LEFT_OUT && (store !== 'drafts' || !savesClip);
  return writes.some((write) => 'key' in write && isForGood(write.store));
}

import * as v from 'valibot';
import { draftSchema, type Draft } from '../news/draft';
import type { IDBPTransaction } from 'idb';
import { notePurge } from './database/purge-note';
import type { ClipsheetSchema, Database } from './database/schema';
import { fitsLine } from './database/record-limits';
import { isSpaceLow, measureFreeSpace, recognizeDiskFull } from './database/free-space';
import { DiskFullError, nameStorageError } from './database/storage-errors';

export function readDraft(database: Database, key: string): Promise<Draft | undefined> {
  return database.get('drafts', key);
}

export async function deleteDraft(database: Database, key: string): Promise<void> {
  await inOneTask(database, ['drafts', 'upkeep'], (transaction) =>
    Promise.all([
      transaction.objectStore('drafts').delete(key),
      notePurge(transaction.objectStore('upkeep')),
    ]),
  );
}

type DraftTransaction = IDBPTransaction<ClipsheetSchema, ('drafts' | 'upkeep')[], 'readwrite'>;

export interface DraftWriter {
  /** Starts writing synchronously if no write is in progress; otherwise replaces the draft that is waiting. */
  write(draft: Draft): void;
  /** Starts the waiting write immediately after the one in progress, and resolves when all are committed. For `pagehide`. */
  flush(): Promise<void>;
}

/** Saves drafts while the user types. The newest draft wins, and at most one waits. Errors are reported. */
export function draftWriter(
  database: Database,
  onFailure: (error: unknown) => void,
  onCommitted: (draft: Draft) => void = () => undefined,
): DraftWriter {
  const underWay = new Set<Promise<void>>();
  let waiting: Draft | undefined;

  function start(draft: Draft): void {
    const writing = put(draft)
      .then(() => onCommitted(draft), onFailure)
      .then(() => {
        underWay.delete(writing);
        startWaiting();
      });
    underWay.add(writing);
  }

  async function put(draft: Draft): Promise<void> {
    if (isSpaceLow()) throw new DiskFullError('Space is low');
    const parsed = v.safeParse(draftSchema, draft);
    const written = parsed.success && fitsLine(parsed.output) ? parsed.output : await repairDraft(draft);
    await inOneTask(database, ['drafts'], (transaction) =>
      transaction.objectStore('drafts').put(written),
    ).finally(() => void measureFreeSpace());
  }

  /** Loaded on demand, to keep what the popup loads before the first key small. Throws InvalidRecordError. */
  async function repairDraft(draft: Draft): Promise<Draft> {
    const { parseWritten } = await import('./database/written-record');
    return parseWritten('drafts', draft);
  }

  function startWaiting(): void {
    const draft = waiting;
    waiting = undefined;
    if (draft !== undefined) start(draft);
  }

  return {
    write(draft) {
      if (underWay.size > 0) waiting = draft;
      else start(draft);
    },
    async flush() {
      startWaiting();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/**
 * Sends the request and the commit in one task, because a popup may be closed before the next task. Relaxed durability survives
 * the end of the browser, but not a power failure; it keeps the queue short while somebody types.
 */
async function inOneTask(
  database: Database,
  stores: ('drafts' | 'upkeep')[],
  request: (transaction: DraftTransaction) => Promise<unknown>,
): Promise<void> {
  let transaction: DraftTransaction | undefined;
  try {
    transaction = database.transaction(stores, 'readwrite', { durability: 'relaxed' });
    const requested = request(transaction);
    transaction.commit();
    await Promise.all([requested, transaction.done]);
  } catch (error) {
    throw await recognizeDiskFull(nameStorageError(transaction?.error ?? error));
  }
}

import { onChange } from '../database/changes';
import { recordFailure } from '../database/error-log';
import { storageBuckets } from '../database/replacement-database';
import type { Database } from '../database/schema';
import { DatabaseUnavailableError } from '../database/storage-errors';
import { copySaves } from './kept-saves';
import { AFTER_CHANGE, maintainCopy } from './copy-upkeep';
import { checkVersions } from './copy-comparison';
import { findLostRecords, type LostRecords } from './lost-records';
import { isUnreadable, readEverything } from './unopened-copy';

/** The copy is made after so many milliseconds even if the page is busy. */
const MOST_BUSY = 1_000;

export interface CopyListener {
  /** The database lacks what its copy contains. */
  onLost: (lost: LostRecords) => void;
  /** Whether the copy is being compared with a database that may lack something. */
  onComparing: (isComparing: boolean) => void;
  /** This page or another one has brought back what was lost. */
  onSettled: () => void;
  /** The database was opened, but the browser cannot read it. */
  onUnreadable: () => void;
  /** Whether the last save could be copied. */
  onCopied: (isCopied: boolean) => void;
  onError: (error: unknown) => void;
}

/** Copies the saves of this page, checks once for lost records, and brings the copy up to date whenever the page is idle. */
export function watchCopy(
  database: Database,
  { onLost, onComparing, onSettled, onUnreadable, onCopied, ...listener }: CopyListener,
): () => void {
  const onError = (error: unknown) => {
    if (!isOver) listener.onError(error);
  };
  /** The first records may be intact while others are not: whoever copies or compares all of them finds that. */
  const onFailure = async (error: unknown) => {
    if (isOver) return;
    if (await canBeRead(database, error)) onError(error);
    else {
      end(); // upkeep would fail again and again
      onUnreadable();
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const maintain = async () => {
    timer = undefined;
    if (isOver) return;
    const again = await maintainCopy(database);
    onCopied(true);
    if (again !== undefined) wait(again);
  };
  const wait = (pause: number) => {
    timer ??= setTimeout(() => whenIdle(() => void maintain().catch(onFailure)), pause);
  };
  copySaves((error) => {
    onCopied(error === undefined);
    if (error !== undefined) onError(error);
  });
  let settled = 0;
  const look = async (): Promise<void> => {
    const before = settled;
    await readFirstRecords(database);
    const lost = await compare(database, (isComparing) => !isOver && onComparing(isComparing));
    if (!isOver) wait(AFTER_CHANGE);
    const found = lost ?? (await findEarlierRecords(database, () => isOver));
    if (found === undefined || isOver) return;
    // Another page may have brought it back meanwhile.
    if (settled > before) await look();
    else onLost(found);
  };
  void look().catch(onFailure);
  const stopListening = onChange(({ isLossSettled }) => {
    wait(AFTER_CHANGE);
    if (isLossSettled !== true) return;
    settled += 1;
    onSettled();
  });
  const end = () => {
    isOver = true;
    clearTimeout(timer);
    stopListening();
  };
  return end;
}

async function findEarlierRecords(
  database: Database,
  isOver: () => boolean,
): Promise<LostRecords | undefined> {
  await new Promise<void>(whenIdle);
  if (isOver()) return undefined;
  if (await checkVersions(database)) return findLostRecords(database);
  if (storageBuckets === undefined) await readEverything(database); // Chromium itself deletes what it cannot read
  return undefined;
}

function whenIdle(work: () => void): void {
  requestIdleCallback(work, { timeout: MOST_BUSY });
}

/** An error of the database has several names: of the request, or of the transaction that it ends. */
async function canBeRead(database: Database, error: unknown): Promise<boolean> {
  const isOfDatabase = isUnreadable(error) || error instanceof DatabaseUnavailableError;
  return !isOfDatabase || isReadable(database);
}

async function compare(
  database: Database,
  onComparing: CopyListener['onComparing'],
): Promise<LostRecords | undefined> {
  try {
    return await findLostRecords(database, () => onComparing(true));
  } finally {
    onComparing(false);
  }
}

/** Firefox opens a database with noise in its file, and fails when it reads it: pages look for that when they open. */
async function readFirstRecords(database: Database): Promise<void> {
  await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store, undefined, 1)));
}

/** Reads everything: the browser may also have failed to read a place of the copy. */
async function isReadable(database: Database): Promise<boolean> {
  try {
    await readEverything(database);
    return true;
  } catch (error) {
    return !isUnreadable(error); // the connection may have been closed
  }
}

/** Returns a function like `watchCopy` that also records errors. */
export function watchCopyAndRecord(database: Database) {
  return (listener: Omit<CopyListener, 'onError'>): (() => void) =>
    watchCopy(database, {
      ...listener,
      onError: (error) => {
        console.error(error);
        void recordFailure('backup', error, database);
      },
    });
}

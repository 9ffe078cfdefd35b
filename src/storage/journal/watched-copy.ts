import { onChange } from '../database/changes';
import { recordFailure } from '../database/error-log';
import type { Database } from '../database/schema';
import { copySaves } from './kept-saves';
import { AFTER_CHANGE, maintainCopy } from './copy-upkeep';
import { checkVersions } from './copy-comparison';
import { findLostRecords, type LostRecords } from './lost-records';
import { isUnreadable } from './unopened-copy';

/** The copy is made after so many milliseconds even if the page is busy. */
const MOST_BUSY = 1_000;
/** A comparison that takes longer is reported, in milliseconds. */
const NOTICEABLE = 1_000;

export interface CopyListener {
  /** The database lacks what its copy contains. */
  onLost: (lost: LostRecords) => void;
  /** Whether the copy is being compared with a database that may lack something, and it takes long. */
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
    timer ??= setTimeout(
      () => requestIdleCallback(() => void maintain().catch(onError), { timeout: MOST_BUSY }),
      pause,
    );
  };
  copySaves((error) => {
    onCopied(error === undefined);
    if (error !== undefined) onError(error);
  });
  const findEarlierRecords = async () => {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: MOST_BUSY }));
    return !isOver && (await checkVersions(database)) ? findLostRecords(database) : undefined;
  };
  let settled = 0;
  const look = async (): Promise<void> => {
    const before = settled;
    await readFirstRecords(database);
    const lost = await compare(database, (isComparing) => !isOver && onComparing(isComparing));
    if (!isOver) wait(AFTER_CHANGE);
    const found = lost ?? (await findEarlierRecords());
    if (found === undefined || isOver) return;
    // Another page may have brought it back meanwhile.
    if (settled > before) await look();
    else onLost(found);
  };
  void look().catch(async (error: unknown) => {
    if (!isUnreadable(error) || (await isReadable(database))) onError(error);
    else if (!isOver) onUnreadable();
  });
  const end = onChange(({ isLossSettled }) => {
    wait(AFTER_CHANGE);
    if (isLossSettled !== true) return;
    settled += 1;
    onSettled();
  });
  return () => {
    isOver = true;
    clearTimeout(timer);
    end();
  };
}

async function compare(
  database: Database,
  onComparing: CopyListener['onComparing'],
): Promise<LostRecords | undefined> {
  let slow: ReturnType<typeof setTimeout> | undefined;
  try {
    return await findLostRecords(database, () => {
      slow = setTimeout(() => onComparing(true), NOTICEABLE);
    });
  } finally {
    clearTimeout(slow);
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
    for (const name of database.objectStoreNames) {
      const { store } = database.transaction(name);
      for (const index of store.indexNames) await store.index(index).count();
      let cursor = await store.openCursor();
      while (cursor) cursor = await cursor.continue();
    }
    return true;
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
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

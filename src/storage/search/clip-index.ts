import type { IDBPTransaction } from 'idb';
import type { Clip } from '../../news/clip';
import { onChange } from '../database/changes';
import { CLIPS_IN_BLOCK, makeBlock, type IndexedClip } from '../database/index-block';
import { isSpaceLow } from '../database/free-space';
import type { ClipsheetSchema, Database, Indexing } from '../database/schema';
import { SEARCHED_TEXT } from '../database/searched-text';

const STORES = ['clips', 'unindexed', 'indexBlocks', 'indexing'] as const;
type Transaction = IDBPTransaction<ClipsheetSchema, [...typeof STORES], 'readwrite'>;

/** The state before any clip has been indexed: the walk starts before the first clip. */
const BEGINNING: Indexing = { text: SEARCHED_TEXT, walkedTo: { clippedAt: '', id: '' }, held: 0 };

/**
 * With more clips than this outside the index, as after restoring a backup, the index is rebuilt, so that each block contains
 * successive clips again.
 */
export const MOST_UNINDEXED = 640;

/**
 * The index is rebuilt when it holds more than twice as many entries as there are clips, because entries of clips that were
 * changed or deleted stay in their blocks. The clips are counted once every 1,000 entries.
 */
const MOST_HELD = 2;
const ENTRIES_BETWEEN_COUNTS = 1000;

/**
 * While many clips come at a time, as when this machine joins a workspace, indexing waits until none have come for so many milliseconds:
 * it would take turns with these writes, and begin again after each few hundred of them.
 */
const QUIET = 2_000;

/**
 * Indexes one block: first clips from before the index, then clips that have been written since, once there are enough for a
 * block. Blocks others for a few milliseconds at most. `idle`: there is nothing to do.
 */
export async function indexSome(database: Database, size = CLIPS_IN_BLOCK): Promise<'indexed' | 'idle'> {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'relaxed' });
  const state = (await transaction.objectStore('indexing').get('indexing')) ?? BEGINNING;
  const outcome =
    state.text !== SEARCHED_TEXT
      ? await restartIndexing(transaction)
      : state.walkedTo === undefined
        ? await indexWritten(transaction, state, size)
        : await indexNext(transaction, state, state.walkedTo, size);
  await transaction.done;
  return outcome;
}

/** Whether all clips are in the index, except those in the store `unindexed`. */
export function isIndexComplete(state: Indexing | undefined): boolean {
  return state?.text === SEARCHED_TEXT && state.walkedTo === undefined;
}

/**
 * Keeps the index up to date while the page is idle, whoever writes the clips. Edits to a single clip do not trigger indexing.
 * The returned function stops it.
 */
export function maintainIndex(database: Database, onFailure: (error: unknown) => void): () => void {
  let isOver = false;
  let isAtWork = false;
  let quietAt = 0;
  const idleness = async () => {
    while (performance.now() < quietAt)
      await new Promise((resolve) => setTimeout(resolve, quietAt - performance.now()));
    await new Promise((resolve) => requestIdleCallback(resolve));
  };
  const written = new Set<string>(); // since the last check; fewer do not make a block
  const work = () =>
    navigator.locks.request('clipsheet-index', { ifAvailable: true }, async (lock) => {
      while (lock !== null && !isOver && !isSpaceLow() && (await indexSome(database)) === 'indexed')
        await idleness();
    });
  const start = () => {
    if (isAtWork) return;
    isAtWork = true;
    written.clear();
    void idleness()
      .then(work)
      .catch(onFailure)
      .finally(() => {
        isAtWork = false;
        startWhenMany();
      });
  };
  const startWhenMany = () => {
    if (written.size >= CLIPS_IN_BLOCK) start();
  };
  const end = onChange(({ clips = [] }) => {
    if (clips.length >= CLIPS_IN_BLOCK) quietAt = performance.now() + QUIET;
    for (const id of clips) written.add(id);
    startWhenMany();
  });
  start();
  return () => {
    isOver = true;
    end();
  };
}

/** Indexes in the order of clipping, from where the last block ended. A search starts with the latest clips. */
async function indexNext(
  transaction: Transaction,
  { held }: Indexing,
  walkedTo: IndexedClip,
  size: number,
): Promise<'indexed' | 'idle'> {
  const clips = await clipsAfter(transaction, walkedTo, size);
  const last = clips.at(-1);
  await putBlock(transaction, clips);
  const isEnd = last === undefined || clips.length < size;
  const state = {
    text: SEARCHED_TEXT,
    ...(!isEnd && { walkedTo: { clippedAt: last.clippedAt, id: last.id } }),
    held: held + clips.length,
  };
  await transaction.objectStore('indexing').put(state, 'indexing');
  return 'indexed';
}

async function clipsAfter(
  transaction: Transaction,
  { clippedAt, id }: IndexedClip,
  size: number,
): Promise<Clip[]> {
  const clips: Clip[] = [];
  const range = IDBKeyRange.lowerBound(clippedAt);
  let cursor = await transaction.objectStore('clips').index('clippedAt').openCursor(range);
  if (cursor?.key === clippedAt && cursor.primaryKey < id)
    cursor = await cursor.continuePrimaryKey(clippedAt, id);
  if (cursor?.key === clippedAt && cursor.primaryKey === id) cursor = await cursor.continue();
  for (; cursor !== null && clips.length < size; cursor = await cursor.continue()) clips.push(cursor.value);
  return clips;
}

async function indexWritten(
  transaction: Transaction,
  { held }: Indexing,
  size: number,
): Promise<'indexed' | 'idle'> {
  const unindexed = transaction.objectStore('unindexed');
  const written = await unindexed.getAllKeys(null, MOST_UNINDEXED);
  if (written.length < size) return 'idle';
  if (written.length === MOST_UNINDEXED) return restartIndexing(transaction);
  const ids = written.slice(0, size);
  const isTimeToCount =
    Math.floor(held / ENTRIES_BETWEEN_COUNTS) < Math.floor((held + size) / ENTRIES_BETWEEN_COUNTS); // because counting takes time
  if (isTimeToCount && held > MOST_HELD * (await transaction.objectStore('clips').count()))
    return restartIndexing(transaction);
  const clips = await Promise.all(ids.map((id) => transaction.objectStore('clips').get(id)));
  const there = clips.filter((clip) => clip !== undefined);
  await putBlock(transaction, there);
  await Promise.all(ids.map((id) => unindexed.delete(id)));
  await transaction
    .objectStore('indexing')
    .put({ text: SEARCHED_TEXT, held: held + there.length }, 'indexing');
  return 'indexed';
}

async function restartIndexing(transaction: Transaction): Promise<'indexed'> {
  await transaction.objectStore('indexBlocks').clear();
  await transaction.objectStore('unindexed').clear(); // the walk will reach them
  await transaction.objectStore('indexing').put(BEGINNING, 'indexing');
  return 'indexed';
}

async function putBlock(transaction: Transaction, clips: readonly Clip[]): Promise<void> {
  if (clips.length > 0)
    await transaction.objectStore('indexBlocks').put(makeBlock(crypto.randomUUID(), clips));
}

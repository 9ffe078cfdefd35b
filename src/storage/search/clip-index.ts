import type { IDBPTransaction } from 'idb';
import type { Clip } from '../../news/clip';
import { onChange } from '../database/changes';
import { CLIPS_IN_BLOCK, makeBlock, type IndexedClip } from '../database/index-block';
import { isSpaceLow } from '../database/free-space';
import type { ClipsheetSchema, Database, Indexing } from '../database/schema';
import { SEARCHED_TEXT } from '../database/searched-text';

const STORES = ['clips', 'unindexed', 'indexBlocks', 'indexing'] as const;
type Transaction = IDBPTransaction<ClipsheetSchema, [...typeof STORES], 'readwrite'>;

/** When no clip has been indexed: the walk begins before the first. */
const BEGINNING: Indexing = { text: SEARCHED_TEXT, walkedTo: { clippedAt: '', id: '' }, held: 0 };

/** With more clips than these outside the index, as when a backup has come in, it is made anew: its blocks are of neighbours then. */
export const MOST_UNINDEXED = 640;

/** What blocks hold of clips that have changed or gone since is put up with: as much again as there is, and some. */
const MOST_HELD = 2;
const FEW = 1000;

/**
 * Brings the index on by one block: first with the clips that were there before it, then with those that have been written
 * since, once there are enough for a block. Others wait a few milliseconds at most. `rested`: there is nothing to do.
 */
export async function indexSome(database: Database, size = CLIPS_IN_BLOCK): Promise<'indexed' | 'rested'> {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'relaxed' });
  const state = (await transaction.objectStore('indexing').get('indexing')) ?? BEGINNING;
  const outcome =
    state.text !== SEARCHED_TEXT
      ? await beginAnew(transaction)
      : state.walkedTo === undefined
        ? await indexWritten(transaction, state, size)
        : await walkOn(transaction, state, state.walkedTo, size);
  await transaction.done;
  return outcome;
}

/** Whether all clips are in the index but those that the store `unindexed` names. */
export function isWhole(state: Indexing | undefined): boolean {
  return state?.text === SEARCHED_TEXT && state.walkedTo === undefined;
}

/**
 * Keeps the index near to the clips, whoever writes them, when the page has nothing else to do. Words typed into one clip are no
 * reason to look. The returned function ends it.
 */
export function maintainIndex(database: Database, onFailure: (error: unknown) => void): () => void {
  let isOver = false;
  let isAtWork = false;
  const written = new Set<string>(); // since it was looked last: fewer are no block
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
    for (const id of clips) written.add(id);
    startWhenMany();
  });
  start();
  return () => {
    isOver = true;
    end();
  };
}

/** By the instant of clipping, from where the last block of the walk has ended: a search begins with the latest ones. */
async function walkOn(
  transaction: Transaction,
  { held }: Indexing,
  walkedTo: IndexedClip,
  size: number,
): Promise<'indexed' | 'rested'> {
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
): Promise<'indexed' | 'rested'> {
  const unindexed = transaction.objectStore('unindexed');
  const written = await unindexed.getAllKeys(null, MOST_UNINDEXED);
  if (written.length < size) return 'rested';
  if (written.length === MOST_UNINDEXED) return beginAnew(transaction);
  const ids = written.slice(0, size);
  const isTimeToCount = Math.floor(held / FEW) < Math.floor((held + size) / FEW); // counting takes time
  if (isTimeToCount && held > MOST_HELD * (await transaction.objectStore('clips').count()))
    return beginAnew(transaction);
  const clips = await Promise.all(ids.map((id) => transaction.objectStore('clips').get(id)));
  const there = clips.filter((clip) => clip !== undefined);
  await putBlock(transaction, there);
  await Promise.all(ids.map((id) => unindexed.delete(id)));
  await transaction
    .objectStore('indexing')
    .put({ text: SEARCHED_TEXT, held: held + there.length }, 'indexing');
  return 'indexed';
}

async function beginAnew(transaction: Transaction): Promise<'indexed'> {
  await transaction.objectStore('indexBlocks').clear();
  await transaction.objectStore('unindexed').clear(); // the walk comes by them
  await transaction.objectStore('indexing').put(BEGINNING, 'indexing');
  return 'indexed';
}

async function putBlock(transaction: Transaction, clips: readonly Clip[]): Promise<void> {
  if (clips.length > 0)
    await transaction.objectStore('indexBlocks').put(makeBlock(crypto.randomUUID(), clips));
}

function idleness(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve));
}

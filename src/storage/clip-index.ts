import type { IDBPTransaction } from 'idb';
import type { Clip } from '../news/clip';
import { onChange } from './changes';
import { CLIPS_IN_BLOCK, makeBlock } from './index-block';
import type { ClipsheetSchema, Database, Indexing } from './schema';
import { SEARCHED_TEXT } from './searched-text';

const STORES = ['clips', 'unindexed', 'indexBlocks', 'indexing'] as const;
type Transaction = IDBPTransaction<ClipsheetSchema, [...typeof STORES], 'readwrite'>;

/** When no clip has been indexed: the walk begins before the first id. */
const BEGINNING: Indexing = { text: SEARCHED_TEXT, walkedTo: '', held: 0 };

/** What blocks hold of clips that have changed or gone since is put up with up to so many for each clip that there is. */
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

/** Keeps the index near to the clips, whoever writes them, when the page has nothing else to do. The returned function ends it. */
export function keepIndexed(database: Database, onFailure: (error: unknown) => void): () => void {
  let isOver = false;
  let isAtWork = false;
  const work = () =>
    navigator.locks.request('clipsheet-index', { ifAvailable: true }, async (lock) => {
      while (lock !== null && !isOver && (await indexSome(database)) === 'indexed') await idleness();
    });
  const start = () => {
    if (isAtWork) return;
    isAtWork = true;
    void idleness()
      .then(work)
      .catch(onFailure)
      .finally(() => (isAtWork = false));
  };
  const end = onChange(({ clips }) => {
    if (clips !== undefined) start();
  });
  start();
  return () => {
    isOver = true;
    end();
  };
}

/** By id, from where the last block of the walk has ended. */
async function walkOn(
  transaction: Transaction,
  { held }: Indexing,
  walkedTo: string,
  size: number,
): Promise<'indexed' | 'rested'> {
  const range = IDBKeyRange.lowerBound(walkedTo, walkedTo !== '');
  const clips = await transaction.objectStore('clips').getAll(range, size);
  const last = clips.at(-1);
  await putBlock(transaction, clips);
  const isEnd = last === undefined || clips.length < size;
  const state = { text: SEARCHED_TEXT, ...(!isEnd && { walkedTo: last.id }), held: held + clips.length };
  await transaction.objectStore('indexing').put(state, 'indexing');
  return 'indexed';
}

async function indexWritten(
  transaction: Transaction,
  { held }: Indexing,
  size: number,
): Promise<'indexed' | 'rested'> {
  const unindexed = transaction.objectStore('unindexed');
  const ids = await unindexed.getAllKeys(null, size);
  if (ids.length < size) return 'rested';
  if (held > FEW + MOST_HELD * (await transaction.objectStore('clips').count()))
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

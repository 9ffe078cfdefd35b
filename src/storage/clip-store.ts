import type { IDBPObjectStore } from 'idb';
import type { Clip } from '../news/clip';
import type { Writing } from './durable-write';
import type { ClipsheetSchema } from './schema';

/** The stores of a transaction that writes clips. */
export const CLIP_STORES = ['clips', 'unindexed'] as const;
export type ClipStore = (typeof CLIP_STORES)[number];

/** The one door by which a clip is written: what the search index says of it is no longer true, and that is written with it. */
export async function putClip(transaction: Writing<ClipStore>, clip: Clip): Promise<void> {
  await Promise.all([
    writableClips(transaction).put(clip),
    transaction.objectStore('unindexed').put({ clipId: clip.id }),
  ]);
}

/** The one door by which a clip goes. What the search index still says of it leads to no clip. */
export async function deleteClip(transaction: Writing<ClipStore>, id: string): Promise<void> {
  await writableClips(transaction).delete(id);
}

/** Types let nobody else write clips; the transaction itself is one that writes. */
function writableClips(transaction: Writing<'clips'>) {
  return transaction.objectStore('clips') as unknown as IDBPObjectStore<
    ClipsheetSchema,
    never[],
    'clips',
    'readwrite'
  >;
}

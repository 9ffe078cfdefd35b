import type { IDBPObjectStore } from 'idb';
import type { Clip } from '../news/clip';
import { recordClipEdit } from '../news/merge/clip-versions';
import type { Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { ClipsheetSchema } from './database/schema';

/** The stores of a transaction that writes clips. */
export const CLIP_STORES = ['clips', 'unindexed'] as const;
export type ClipStore = (typeof CLIP_STORES)[number];

/**
 * Writes what somebody has made of a clip, and with it what has become of its fields, which merging needs (`edits`). A clip that is
 * not there yet is written as it is. Gives what was written.
 */
export async function putClip(transaction: Writing<ClipStore>, clip: Clip): Promise<Clip> {
  const stored = await transaction.objectStore('clips').get(clip.id);
  const version = stored === undefined ? clip : recordClipEdit(stored, clip, AUTHOR);
  await putClipVersion(transaction, version);
  return version;
}

/** Writes a version of a clip as it is: one that came from elsewhere, united with ours. With it goes that the search index is out of date. */
export async function putClipVersion(transaction: Writing<ClipStore>, clip: Clip): Promise<void> {
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

import type { IDBPObjectStore } from 'idb';
import type { Clip } from '../news/clip';
import { recordClipEdit } from '../news/merge/clip-versions';
import { isInbox } from '../news/newsletter';
import type { Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import type { ClipsheetSchema } from './database/schema';

/** The stores of a transaction that writes clips. */
export const CLIP_STORES = ['clips', 'unindexed'] as const;
export type ClipStore = (typeof CLIP_STORES)[number];

/**
 * Writes an edited clip and the history of its fields (`edits`), which merging needs. A new clip is written as it is. Returns
 * what was written.
 */
export async function putClip(transaction: Writing<ClipStore>, clip: Clip, author = AUTHOR): Promise<Clip> {
  const stored = await transaction.objectStore('clips').get(clip.id);
  const { lateFor, ...rest } = clip;
  const placed = isInbox(clip.issueId) ? clip : rest; // in an issue, it has not come too late
  const version = stored === undefined ? placed : recordClipEdit(stored, placed, author);
  await putClipVersion(transaction, version);
  return version;
}

/**
 * Writes a version of a clip unchanged: one from elsewhere, merged with ours. Also marks the clip as missing from the search
 * index.
 */
export async function putClipVersion(transaction: Writing<ClipStore>, clip: Clip): Promise<void> {
  await Promise.all([
    writableClips(transaction).put(clip),
    transaction.objectStore('unindexed').put({ clipId: clip.id }),
  ]);
}

/** The only function that deletes a clip. Entries for it in the search index then lead to no clip. */
export async function deleteClip(transaction: Writing<ClipStore>, id: string): Promise<void> {
  await writableClips(transaction).delete(id);
}

/** The types prevent other code from writing clips; the transaction itself is a write transaction. */
function writableClips(transaction: Writing<'clips'>) {
  return transaction.objectStore('clips') as unknown as IDBPObjectStore<
    ClipsheetSchema,
    never[],
    'clips',
    'readwrite'
  >;
}

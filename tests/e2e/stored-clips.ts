import type { View } from '../../scripts/browsers/session.ts';
import type { Clip } from '../../src/news/clip.ts';

/** The clips in the database that are not in the bin, the earliest first, read in a page of the extension. */
export function readStoredClips(page: View): Promise<Clip[]> {
  return page.run(async () => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed'));
      });
    if ((await indexedDB.databases()).every(({ name }) => name !== 'clipsheet')) return [];
    const database = await settle(indexedDB.open('clipsheet'));
    try {
      const clips = (await settle(database.transaction('clips').objectStore('clips').getAll())) as Clip[];
      return clips
        .filter((clip) => clip.binnedAt === undefined)
        .sort((a, b) => (a.clippedAt < b.clippedAt ? -1 : 1));
    } finally {
      database.close();
    }
  });
}

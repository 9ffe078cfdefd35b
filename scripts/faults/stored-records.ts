import type { Clip } from '../../src/news/clip.ts';
import type { View } from '../browsers/session.ts';

/** What is in the database, as it stands there: nothing has checked it. */
export interface StoredRecords {
  clips: Partial<Clip>[];
  issues: unknown[];
  drafts: unknown[];
}

/** Reads the database in a page of the extension. Fails when it cannot be opened. */
export function readStoredRecords(page: View): Promise<StoredRecords> {
  return page.run(async () => {
    const opening = indexedDB.open('clipsheet');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('The database cannot be opened'));
      opening.onupgradeneeded = () => opening.transaction?.abort(); // it is for Clipsheet to make it
    });
    const transaction = database.transaction(['clips', 'issues', 'drafts']);
    const readAll = (store: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const reading = transaction.objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error ?? new Error(`${store} cannot be read`));
      });
    const [clips, issues, drafts] = await Promise.all(['clips', 'issues', 'drafts'].map(readAll));
    database.close();
    return { clips, issues, drafts } as StoredRecords;
  });
}

import type { View } from '../../scripts/browsers/session.ts';
import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';

/** What is in the database, asked by a page of the extension. The oldest clip comes first; none lies in the bin. */
export async function readClips(page: View): Promise<Clip[]> {
  const clips = (await page.run(readAll, 'clips')) as Clip[];
  return clips
    .filter((clip) => clip.binnedAt === undefined)
    .sort((a, b) => a.clippedAt.localeCompare(b.clippedAt));
}

export async function readIssues(page: View): Promise<Issue[]> {
  return (await page.run(readAll, 'issues')) as Issue[];
}

/** Runs in the page. */
async function readAll(store: string): Promise<unknown[]> {
  const opening = indexedDB.open('clipsheet');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('The database cannot be opened'));
    opening.onupgradeneeded = () => opening.transaction?.abort(); // it is for Clipsheet to make it
  });
  const reading = database.transaction(store).objectStore(store).getAll();
  return new Promise((resolve) => {
    reading.onsuccess = () => {
      database.close();
      resolve(reading.result);
    };
  });
}

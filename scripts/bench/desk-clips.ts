import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';

/** Runs in a page of the extension: puts so many clips, in ten sections, into the current issue in place of what it had. */
export async function layOnDesk(size: number): Promise<Clip[]> {
  const SECTIONS = 10;
  const paragraph =
    'The ministry said on **Tuesday** that the [tariff](https://source.example/tariff) would be *one* for all three ports, ' +
    'according to three people who have read the draft; 全天候战略伙伴关系, it said, “as before”.[13]';
  const opening = indexedDB.open('clipsheet');
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database refuses'));
    });
  const database = await done(opening);
  const transaction = database.transaction(['clips', 'issues'], 'readwrite');
  const issues = transaction.objectStore('issues');
  const [issue] = (await done(issues.getAll())) as Issue[];
  if (issue === undefined) throw new Error('No issue lies on the desk');
  const sections = Array.from({ length: SECTIONS }, (_, place) => ({
    id: `section-${place}`,
    title: `Section ${place + 1}`,
  }));
  await done(issues.put({ ...issue, sections, title: 'An issue', revision: issue.revision + 1 }));
  const store = transaction.objectStore('clips');
  await done(store.clear());
  const clips = Array.from({ length: size }, (_, place): Clip => ({
    id: `bench-${place}`,
    issueId: issue.id,
    rank: `a${String(place).padStart(4, '0')}1`,
    sectionId: `section-${Math.floor((place * SECTIONS) / size)}`,
    address: `https://source-${place}.example/article`,
    articleKey: `source-${place}.example/article`,
    headline: `Three ports agree on a single tariff, part ${place}`,
    outlet: 'Harbour Courier',
    publishedOn: '2026-11-18',
    language: 'en',
    showDate: true,
    showLanguage: false,
    quotes: [
      { id: `q-${place}-1`, markdown: `${paragraph}\n\n${paragraph}` },
      { id: `q-${place}-2`, markdown: `* ${paragraph}\n* ${paragraph}` },
    ],
    comment: `${paragraph}\n\n> ${paragraph}`,
    clippedAt: '2026-11-20T09:00:00.000Z',
    changedAt: '2026-11-20T09:00:00.000Z',
    revision: 1,
  }));
  for (const clip of clips) await done(store.put(clip));
  database.close();
  return clips;
}

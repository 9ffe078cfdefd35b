import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';
import { readStored } from '../browsers/database.ts';
import type { View } from '../browsers/session.ts';

/** How many clips lie in the current issue, and in each one before it. */
export const CLIPS_ON_DESK = 20;
export const CLIPS_IN_ISSUE = 100;

/**
 * Runs in a page of the extension: fills past issues, from one to another, a week each before the one that follows, with clips in three
 * scripts and saved texts of pages. Number 0 is the current issue. The search index is to begin anew, as after an upgrade.
 */
export async function layArchive(
  from: number,
  to: number,
  clipsOnDesk: number,
  clipsInIssue: number,
): Promise<void> {
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const SNAPSHOT_BYTES = 3000;
  const [LATIN, CYRILLIC] = ['abcdefghijklmnoprstuvwy', 'абвгдежзиклмнопрстуфхшя'];
  let seed = from + 1;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  /** A number below `most`, the small ones as much more often as words are in a language (Zipf). */
  const rank = (most: number) => Math.floor(Math.exp(random() * Math.log(most)));
  const wordOf = (number: number, letters: string) => {
    let [word, rest] = ['', number * 7919 + 13];
    while (rest > 0) {
      word += letters.charAt(rest % letters.length);
      rest = Math.floor(rest / letters.length);
    }
    return word;
  };
  const alphabetic = (letters: string) => (words: number) =>
    Array.from({ length: words }, () => wordOf(rank(40_000), letters)).join(' ');
  const chinese = (words: number) =>
    Array.from({ length: words * 2 }, () => String.fromCharCode(0x4e00 + ((rank(4000) * 37) % 12_000))).join(
      '',
    );
  const tongues = [alphabetic(LATIN), alphabetic(LATIN), alphabetic(LATIN), alphabetic(CYRILLIC), chinese];

  const opening = indexedDB.open('clipsheet');
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The database refuses'));
    });
  const database = await done(opening);
  const noise = crypto.getRandomValues(new Uint8Array(60_000));
  for (let number = from; number < to; number += 1) {
    const transaction = database.transaction(['clips', 'issues', 'snapshots', 'indexing'], 'readwrite', {
      durability: 'relaxed',
    });
    const issues = transaction.objectStore('issues');
    const current = number === 0 ? ((await done(issues.getAll())) as Issue[])[0] : undefined;
    const at = new Date(Date.UTC(2026, 10, 20) - number * WEEK).toISOString();
    const issue: Issue = {
      id: `issue-${number}`,
      createdAt: at,
      changedAt: at,
      revision: 1,
      ...current,
      title: `The Week, number ${number}`,
      introduction: tongues[0]?.(60) ?? '',
      sections: Array.from({ length: 5 }, (_, place) => ({
        id: `section-${number}-${place}`,
        title: `Section ${place}`,
      })),
    };
    issues.put(issue);
    transaction.objectStore('indexing').clear();
    const count = number === 0 ? clipsOnDesk : clipsInIssue;
    for (let place = 0; place < count; place += 1) {
      const write = tongues[place % tongues.length] ?? chinese;
      const clip: Clip = {
        id: crypto.randomUUID(),
        issueId: issue.id,
        rank: `a${String(place).padStart(4, '0')}1`,
        sectionId: `section-${number}-${place % 5}`,
        address: `https://source-${number}.example/${place}`,
        articleKey: `source-${number}.example/${place}`,
        headline: write(8),
        outlet: 'Harbour Courier',
        publishedOn: at.slice(0, 10),
        language: 'en',
        showDate: true,
        showLanguage: false,
        quotes: [1, 2].map((quote) => ({ id: `q-${number}-${place}-${quote}`, markdown: write(60) })),
        comment: write(40),
        clippedAt: new Date(Date.parse(at) + place * 60_000).toISOString(),
        changedAt: at,
        revision: 1,
      };
      transaction.objectStore('clips').put(clip);
      const start = Math.floor(random() * (noise.length - SNAPSHOT_BYTES));
      const markdown = noise.slice(start, start + SNAPSHOT_BYTES);
      transaction.objectStore('snapshots').put({ clipId: clip.id, markdown, savedAt: at });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error('The database refuses'));
    });
  }
  database.close();
}

/** Whether all clips are in the search index, except for a few. Asks a page of the extension. */
export async function isIndexed(page: View): Promise<boolean> {
  const [[state] = []] = await readStored(page, 'indexing');
  return state !== undefined && (state as { walkedTo?: string }).walkedTo === undefined;
}

import { randomUUID } from 'node:crypto';
import type { Clip } from '../../src/news/clip.ts';
import type { Issue } from '../../src/news/issue.ts';
import { readStored } from '../browsers/database.ts';
import type { View } from '../browsers/session.ts';

/** How many clips the current issue has. */
export const CLIPS_ON_DESK = 20;
/** How many clips each past issue has. */
export const CLIPS_IN_ISSUE = 100;

const WEEK = 7 * 24 * 60 * 60 * 1000;
const [LATIN, CYRILLIC] = ['abcdefghijklmnoprstuvwy', 'абвгдежзиклмнопрстуфхшя'];

/** Writes text of a number of words. */
type Writer = (words: number) => string;

/**
 * Fills the database with issues, through a page of the extension: number 0 is the current issue, and each one after it is a week
 * older. The clips are in three scripts and have saved texts of their pages. The search index starts again, as after an upgrade.
 */
export async function fillArchive(page: View, issues: number): Promise<void> {
  const writers = listWriters();
  const [stored = []] = await readStored(page, 'issues');
  for (let number = 0; number < issues; number += 1) {
    const issue = makeIssue(number, writers[0], number === 0 ? (stored[0] as Issue | undefined) : undefined);
    const clips = Array.from({ length: number === 0 ? CLIPS_ON_DESK : CLIPS_IN_ISSUE }, (_, place) =>
      makeClip(issue, number, place, writers[place % writers.length] ?? writers[0]),
    );
    await page.run(putIssue, issue, clips);
  }
}

function makeIssue(number: number, write: Writer, stored: Issue | undefined): Issue {
  const at = new Date(Date.UTC(2026, 10, 20) - number * WEEK).toISOString();
  return {
    id: `issue-${number}`,
    createdAt: at,
    changedAt: at,
    revision: 1,
    ...stored,
    title: `The Week, number ${number}`,
    introduction: write(60),
    sections: Array.from({ length: 5 }, (_, place) => ({
      id: `section-${number}-${place}`,
      title: `Section ${place}`,
    })),
  };
}

function makeClip(issue: Issue, number: number, place: number, write: Writer): Clip {
  const at = new Date(Date.UTC(2026, 10, 20) - number * WEEK + place * 60_000).toISOString();
  return {
    id: randomUUID(),
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
    clippedAt: at,
    changedAt: at,
    revision: 1,
  };
}

/** Three writers in the Latin script, one in the Cyrillic, one in Chinese. They write the same text at each run. */
function listWriters(): [Writer, ...Writer[]] {
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  /** A number below `most`. Small numbers are as frequent as frequent words are in a language (Zipf's law). */
  const rank = (most: number) => Math.floor(Math.exp(random() * Math.log(most)));
  const alphabetic = (letters: string) => (words: number) =>
    Array.from({ length: words }, () => wordOf(rank(40_000), letters)).join(' ');
  const chinese = (words: number) =>
    Array.from({ length: words * 2 }, () => String.fromCharCode(0x4e00 + ((rank(4000) * 37) % 12_000))).join(
      '',
    );
  return [alphabetic(LATIN), alphabetic(LATIN), alphabetic(LATIN), alphabetic(CYRILLIC), chinese];
}

function wordOf(number: number, letters: string): string {
  let [word, rest] = ['', number * 7919 + 13];
  while (rest > 0) {
    word += letters.charAt(rest % letters.length);
    rest = Math.floor(rest / letters.length);
  }
  return word;
}

/** Runs in the page: puts an issue and its clips, each with a saved text that does not compress. */
async function putIssue(issue: Issue, clips: Clip[]): Promise<void> {
  const SNAPSHOT_BYTES = 3000;
  const noise = crypto.getRandomValues(new Uint8Array(60_000));
  const opening = indexedDB.open('clipsheet');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('The database refuses'));
  });
  const transaction = database.transaction(['clips', 'issues', 'snapshots', 'indexing'], 'readwrite', {
    durability: 'relaxed',
  });
  transaction.objectStore('issues').put(issue);
  transaction.objectStore('indexing').clear();
  for (const clip of clips) {
    transaction.objectStore('clips').put(clip);
    const start = Math.floor(Math.random() * (noise.length - SNAPSHOT_BYTES));
    const markdown = noise.slice(start, start + SNAPSHOT_BYTES);
    transaction.objectStore('snapshots').put({ clipId: clip.id, markdown, savedAt: issue.changedAt });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('The database refuses'));
  });
  database.close();
}

/** Whether all clips are in the search index, except for a few. Asks a page of the extension. */
export async function isIndexed(page: View): Promise<boolean> {
  const [[state] = []] = await readStored(page, 'indexing');
  return state !== undefined && (state as { walkedTo?: string }).walkedTo === undefined;
}

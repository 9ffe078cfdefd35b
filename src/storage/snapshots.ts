import type { LeadPicture } from '../news/lead-picture';
import { announceChange } from './database/changes';
import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably } from './database/durable-write';
import { deflate, inflate, LONGEST_PAGE_TEXT } from './database/inflated-text';
import { waitForFreeSpace } from './database/free-space';
import type { Database } from './database/schema';

const LOOKED_AT = 200;
const DROPPED_AT_ONCE = 50;

/** What is saved of a page. Absent parts could not be read. */
export interface SnapshotContent {
  /** Markdown. */
  text?: string;
  /** The text of the page is longer than what is saved of it, or the saved text is damaged. */
  isTextCut?: boolean;
  leadPicture?: LeadPicture;
}

/** Saves the text and the lead picture of a clip's page. Each replaces an earlier one. */
export async function saveSnapshot(
  database: Database,
  clipId: string,
  { text, isTextCut = false, leadPicture }: SnapshotContent,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  const read = text === undefined ? undefined : await packText(text, isTextCut);
  const savedAt = now().toISOString();
  await writeDurably(database, ['snapshots'], async (transaction) => {
    const store = transaction.objectStore('snapshots');
    const previous = await store.get(clipId);
    const { markdown, isTextCut: isCut } = read ?? previous ?? { markdown: new Uint8Array() };
    const picture = leadPicture ?? previous?.leadPicture;
    await store.put({
      clipId,
      markdown,
      ...(isCut === true && { isTextCut: isCut }),
      ...(picture !== undefined && { leadPicture: picture }),
      savedAt,
    });
  });
  announceChange({ snapshots: [clipId] });
}

async function packText(text: string, isCut: boolean) {
  const isTextCut = isCut || new Blob([text]).size > LONGEST_PAGE_TEXT;
  return { markdown: await deflate(text), isTextCut };
}

/** What was saved of a clip's page; empty if nothing was. */
export async function readSnapshot(database: Database, clipId: string): Promise<SnapshotContent> {
  const snapshot = await database.get('snapshots', clipId);
  if (snapshot === undefined) return {};
  const { markdown, leadPicture, isTextCut } = snapshot;
  const { text, isCut } = markdown.length > 0 ? await inflate(markdown) : {};
  return {
    ...(text !== undefined && { text }),
    ...((isCut === true || isTextCut === true) && { isTextCut: true }),
    ...(leadPicture !== undefined && { leadPicture }),
  };
}

/** How many texts of pages there are, and about how much space they take, in bytes, estimated from the average of a sample. */
export async function measureSnapshots(database: Database): Promise<{ count: number; bytes: number }> {
  const count = await database.count('snapshots');
  const some = await database.getAll('snapshots', null, LOOKED_AT);
  const bytes = some.reduce((sum, { markdown }) => sum + markdown.byteLength, 0);
  return { count, bytes: some.length === 0 ? 0 : Math.round((bytes / some.length) * count) };
}

/**
 * Deletes all texts of pages and waits for the space that this frees. Works in batches, because a large deletion is first
 * written a second time.
 */
export async function dropSnapshots(database: Database): Promise<void> {
  for (;;) {
    const keys = await database.getAllKeys('snapshots', null, DROPPED_AT_ONCE);
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) break;
    await writeDurably(
      database,
      ['snapshots'],
      (transaction) => transaction.objectStore('snapshots').delete(IDBKeyRange.bound(first, last)),
      { needsSpace: false },
    );
  }
  await waitForFreeSpace();
}

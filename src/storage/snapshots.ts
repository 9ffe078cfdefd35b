import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably } from './durable-write';
import { waitForRoom } from './room';
import type { Database } from './schema';

const LOOKED_AT = 200;
const DROPPED_AT_ONCE = 50;

/** Keeps the text of a clip's page, in place of one kept before. */
export async function saveSnapshot(
  database: Database,
  clipId: string,
  markdown: string,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<void> {
  const gzipped = await through(new CompressionStream('gzip'), new Blob([markdown]));
  const snapshot = { clipId, markdown: new Uint8Array(gzipped), savedAt: now().toISOString() };
  await writeDurably(database, ['snapshots'], (transaction) =>
    transaction.objectStore('snapshots').put(snapshot),
  );
}

/** The text of a clip's page as Markdown. `undefined`: none was kept. */
export async function readSnapshot(database: Database, clipId: string): Promise<string | undefined> {
  const snapshot = await database.get('snapshots', clipId);
  if (snapshot === undefined) return undefined;
  return new TextDecoder().decode(
    await through(new DecompressionStream('gzip'), new Blob([snapshot.markdown])),
  );
}

/** How many texts of pages there are, and about how much room they take, in bytes: as much as those looked at, on the average. */
export async function measureSnapshots(database: Database): Promise<{ count: number; bytes: number }> {
  const count = await database.count('snapshots');
  const some = await database.getAll('snapshots', null, LOOKED_AT);
  const bytes = some.reduce((sum, { markdown }) => sum + markdown.byteLength, 0);
  return { count, bytes: some.length === 0 ? 0 : Math.round((bytes / some.length) * count) };
}

/** Drops all texts of pages, for good, and waits for the room that comes of it. Some at a time: what a transaction deletes is written a second time if it is much. */
export async function dropSnapshots(database: Database): Promise<void> {
  for (;;) {
    const keys = await database.getAllKeys('snapshots', null, DROPPED_AT_ONCE);
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) break;
    await writeDurably(
      database,
      ['snapshots'],
      (transaction) => transaction.objectStore('snapshots').delete(IDBKeyRange.bound(first, last)),
      { needsRoom: false },
    );
  }
  await waitForRoom();
}

function through(stream: CompressionStream | DecompressionStream, bytes: Blob): Promise<ArrayBuffer> {
  return new Response(bytes.stream().pipeThrough(stream)).arrayBuffer();
}

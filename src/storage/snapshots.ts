import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { writeDurably } from './durable-write';
import type { Database } from './schema';

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

function through(stream: CompressionStream | DecompressionStream, bytes: Blob): Promise<ArrayBuffer> {
  return new Response(bytes.stream().pipeThrough(stream)).arrayBuffer();
}

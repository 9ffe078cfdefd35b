import * as v from 'valibot';
import {
  collectContent,
  LARGE_STORES,
  STORES,
  type Content,
  type LargeStore,
  type Store,
} from './backup-content';
import { isSameContent } from './backup-comparison';
import { readBackupFile, writeBackupFile, type BackupHeader } from './backup-file';
import { recordSchema } from './backup-record';
import { announceChange } from './changes';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { SCHEMA_VERSION } from './database';
import { writeDurably, type Writing } from './durable-write';
import { passStep, type LongWork } from './long-work';
import type { Database } from './schema';
import { DamagedBackupError } from './storage-errors';

export interface Backup {
  /** An instant in UTC. */
  createdAt: string;
  content: Content;
}

/** How many saved texts or pictures are in memory at once. */
const BATCH = 50;

/** Everything in one file, whose form backup-file.ts describes, but for what is left out. */
export async function writeBackup(
  database: Database,
  { leaveOut = [], ...work }: LongWork & { leaveOut?: readonly LargeStore[] } = {},
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Blob> {
  return writeBackupFile(headerOf(leaveOut, now()), readRecords(database, leaveOut, work));
}

/** A content, such as what was there before a backup was restored, in one file. */
export function writeContent(content: Content, { now }: Pick<ClockAndIds, 'now'> = SYSTEM): Promise<Blob> {
  const leftOut = LARGE_STORES.filter((name) => content[name] === undefined);
  return writeBackupFile(headerOf(leftOut, now()), readContent(content));
}

function headerOf(leftOut: readonly LargeStore[], now: Date): BackupHeader {
  return {
    version: SCHEMA_VERSION,
    createdAt: now.toISOString(),
    ...(leftOut.length > 0 && { leftOut: [...leftOut] }),
  };
}

/** Reads and checks a file, and touches nothing. Fails with a BackupError that says by its class what is wrong with it. */
export async function readBackup(file: Blob, work: LongWork = {}): Promise<Backup> {
  const { header, records } = await readBackupFile(file, SCHEMA_VERSION, work);
  const inFile = STORES.filter((name) => !header.leftOut?.some((leftOut) => leftOut === name));
  const content = await collectContent(inFile, () => Promise.resolve([]));
  for await (const record of records) {
    const parsed = v.safeParse(recordSchema, record);
    if (!parsed.success) throw new DamagedBackupError(v.summarize(parsed.issues));
    content[parsed.output.store]?.push(parsed.output.record as never /* a record of that store */);
  }
  return { createdAt: header.createdAt, content };
}

/**
 * Puts a backup in place of what the database holds, in one transaction; stores that the backup leaves out stay as they
 * are. Gives what was there, for Undo.
 */
export async function restoreBackup(database: Database, content: Content): Promise<Content> {
  const former = await writeDurably(database, storesOf(content), (transaction) =>
    replaceContent(transaction, content),
  );
  announceReplacement(former, content);
  return former;
}

/** Puts back what was there before a backup was restored, unless something has been written since. */
export async function undoRestore(
  database: Database,
  former: Content,
  restored: Content,
): Promise<'undone' | 'changed-since'> {
  const names = storesOf(former);
  const replaced = await writeDurably(database, names, async (transaction) => {
    const held = await collectContent(names, (name) => transaction.objectStore(name).getAll());
    return isSameContent(held, restored) ? replaceContent(transaction, former) : undefined;
  });
  if (replaced === undefined) return 'changed-since';
  announceReplacement(replaced, former);
  return 'undone';
}

async function replaceContent(transaction: Writing<Store>, content: Content): Promise<Content> {
  const names = storesOf(content);
  const held = await collectContent(names, (name) => transaction.objectStore(name).getAll());
  for (const name of names) {
    const store = transaction.objectStore(name);
    await store.clear();
    await Promise.all(
      (content[name] ?? []).map((record) =>
        name === 'preferences' ? store.put(record, name) : store.put(record),
      ),
    );
  }
  return held;
}

function storesOf(content: Content): Store[] {
  return STORES.filter((name) => content[name] !== undefined);
}

function announceReplacement(former: Content, content: Content): void {
  announceChange({
    clips: [...former.clips, ...content.clips].map((clip) => clip.id),
    issues: [...former.issues, ...content.issues].map((issue) => issue.id),
    preferences: true,
  });
}

/**
 * All records as they stand in a file. What may be large comes last and by the batch, each read at its own moment: nothing
 * refers to it but by an id that may be missing.
 */
async function* readRecords(
  database: Database,
  leaveOut: readonly LargeStore[],
  work: LongWork,
): AsyncGenerator {
  const large = LARGE_STORES.filter((name) => !leaveOut.includes(name));
  const transaction = database.transaction(STORES);
  const [content, keys] = await Promise.all([
    collectContent(STORES.filter(isSmall), (name) => transaction.objectStore(name).getAll()),
    Promise.all(large.map((name) => transaction.objectStore(name).getAllKeys())),
  ]);
  const total = Object.values(content).flat().length + keys.flat().length;
  let done = 0;
  const pass = (store: Store, record: unknown) => {
    passStep(work, ++done / total);
    return { store, record };
  };
  for (const name of STORES.filter(isSmall)) for (const record of content[name]) yield pass(name, record);
  for (const [place, name] of large.entries())
    for await (const record of readLargeRecords(database, name, keys[place] ?? [])) yield pass(name, record);
}

function isSmall(name: Store): name is Exclude<Store, LargeStore> {
  return !LARGE_STORES.some((large) => large === name);
}

async function* readLargeRecords(
  database: Database,
  name: LargeStore,
  keys: readonly string[],
): AsyncGenerator {
  for (let start = 0; start < keys.length; start += BATCH) {
    const { store } = database.transaction(name);
    const records = await Promise.all(keys.slice(start, start + BATCH).map((key) => store.get(key)));
    for (const record of records) if (record !== undefined) yield await inText(record);
  }
}

async function* readContent(content: Content): AsyncGenerator {
  for (const store of storesOf(content))
    for (const record of content[store] ?? []) yield { store, record: await inText(record) };
}

/** Bytes in base64. */
async function inText(record: NonNullable<Content[Store]>[number]): Promise<unknown> {
  if ('markdown' in record) return { ...record, markdown: record.markdown.toBase64() };
  if (!('data' in record)) return record;
  const data = new Uint8Array(await record.data.arrayBuffer()).toBase64();
  return { id: record.id, type: record.data.type, data };
}

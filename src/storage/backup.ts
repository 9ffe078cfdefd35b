import * as v from 'valibot';
import {
  collectContent,
  keyOf,
  LARGE_STORES,
  STORES,
  storesOf,
  type Content,
  type LargeStore,
  type Store,
} from './backup-content';
import { readBackupFile, writeBackupFile, type BackupHeader } from './backup-file';
import { recordSchema } from './backup-record';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { SCHEMA_VERSION } from './database';
import { passStep, type LongWork } from './long-work';
import type { Database, Upkeep } from './schema';
import { DamagedBackupError } from './storage-errors';
import { readUpkeep } from './upkeep';

export interface Backup extends Pick<BackupHeader, 'createdAt' | 'origin' | 'met'> {
  content: Content;
}

/** How many records are in memory at once. */
const BATCH = 200;

/** Everything in one file, whose form backup-file.ts describes, but for what is left out. */
export async function writeBackup(
  database: Database,
  { leaveOut = [], ...work }: LongWork & { leaveOut?: readonly LargeStore[] } = {},
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Blob> {
  const header = headerOf(leaveOut, clockAndIds.now(), await readUpkeep(database, clockAndIds));
  return writeBackupFile(header, readRecords(database, leaveOut, work));
}

/** A content, such as what was there before a backup was restored, in one file. */
export function writeContent(content: Content, { now }: Pick<ClockAndIds, 'now'> = SYSTEM): Promise<Blob> {
  const leftOut = LARGE_STORES.filter((name) => content[name] === undefined);
  return writeBackupFile(headerOf(leftOut, now()), readContent(content));
}

function headerOf(leftOut: readonly LargeStore[], now: Date, upkeep?: Upkeep): BackupHeader {
  return {
    version: SCHEMA_VERSION,
    createdAt: now.toISOString(),
    ...(leftOut.length > 0 && { leftOut: [...leftOut] }),
    ...(upkeep && { origin: upkeep.origin }),
    ...(upkeep && Object.keys(upkeep.met).length > 0 && { met: upkeep.met }),
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
  const { version: _, leftOut: __, ...about } = header;
  return { ...about, content };
}

/**
 * All records as they stand in a file, a batch at a time. Clips and what they refer to are read in one transaction, so that
 * they fit together. Drafts have one of their own, which ends at once: whoever types is not kept waiting. What may be large
 * comes last, each batch at its own moment: nothing refers to it but by an id that may be missing.
 */
async function* readRecords(
  database: Database,
  leaveOut: readonly LargeStore[],
  work: LongWork,
): AsyncGenerator {
  const large = LARGE_STORES.filter((name) => !leaveOut.includes(name));
  const names: Store[] = ['drafts', ...STORES.filter((name) => name !== 'drafts' && isSmall(name)), ...large];
  const counts = await Promise.all(names.map((name) => database.count(name)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const pass = (store: Store, record: unknown) => {
    passStep(work, Math.min(1, ++done / total));
    return { store, record };
  };
  for (const draft of await database.getAll('drafts')) yield pass('drafts', draft);
  const together = STORES.filter((name) => name !== 'drafts' && isSmall(name));
  const transaction = database.transaction(together);
  for (const name of together) {
    const read = (after: IDBKeyRange | null) => transaction.objectStore(name).getAll(after, BATCH);
    for await (const record of readInBatches(read, keyOf)) yield pass(name, record);
  }
  for (const name of large) {
    const read = (after: IDBKeyRange | null) => database.getAll(name, after, BATCH);
    for await (const record of readInBatches(read, keyOf)) yield pass(name, await inText(record));
  }
}

/** The next batch is asked for before the last one is worked on, which keeps a transaction open meanwhile. */
async function* readInBatches<Kept>(
  read: (after: IDBKeyRange | null) => Promise<Kept[]>,
  keyOfRecord: (record: Kept) => string,
): AsyncGenerator<Kept> {
  let batch = await read(null);
  while (batch.length > 0) {
    const last = batch.at(-1);
    const isEnd = batch.length < BATCH || last === undefined;
    const next = isEnd ? Promise.resolve([]) : read(IDBKeyRange.lowerBound(keyOfRecord(last), true));
    yield* batch;
    batch = await next;
  }
}

function isSmall(name: Store): boolean {
  return !LARGE_STORES.some((large) => large === name);
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

import * as v from 'valibot';
import {
  keyOf,
  LARGE_STORES,
  STORES,
  type BackupRecord,
  type LargeStore,
  type Store,
  type StoredRecord,
} from './backup-content';
import { readBackupFile, writeBackupFile, type BackupHeader } from './backup-file';
import { recordSchema } from './backup-record';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { SCHEMA_VERSION } from './database';
import { partOf, passStep, type LongWork } from './long-work';
import { readInBatches } from './record-batches';
import type { Database, Upkeep } from './schema';
import { DamagedBackupError } from './storage-errors';
import { readUpkeep } from './upkeep';

/** A backup whose file has been checked whole. */
export interface Backup extends Pick<BackupHeader, 'createdAt' | 'origin' | 'met'> {
  /** The stores that are not left out of it. */
  stores: Store[];
  /** Its records, one after the other, read from the file each time. Fails when the file is no longer there. */
  read: (work?: LongWork) => AsyncIterable<BackupRecord>;
}

/** Everything in one file, whose form backup-file.ts describes, but for what is left out. */
export async function writeBackup(
  database: Database,
  { leaveOut = [], ...work }: LongWork & { leaveOut?: readonly LargeStore[] } = {},
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Blob> {
  const header = headerOf(leaveOut, clockAndIds.now(), await readUpkeep(database, clockAndIds));
  return writeBackupFile(header, readRecords(database, leaveOut, work));
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

/** Checks a file, each record of it too, and touches nothing. Fails with a BackupError that says by its class what is wrong with it. */
export async function readBackup(file: Blob, work: LongWork = {}): Promise<Backup> {
  const { header, readRecords } = await readBackupFile(file, SCHEMA_VERSION, partOf(work, 0, 1 / 2));
  const { version: _, leftOut, ...about } = header;
  const stores = STORES.filter((name) => !leftOut?.some((left) => left === name));
  const read = async function* (reading: LongWork = {}): AsyncGenerator<BackupRecord> {
    for await (const record of readRecords(reading)) {
      const parsed = v.safeParse(recordSchema, record);
      if (!parsed.success) throw new DamagedBackupError(v.summarize(parsed.issues));
      if (stores.includes(parsed.output.store)) yield parsed.output;
    }
  };
  const checking = read(partOf(work, 1 / 2, 1));
  for (let isEnd = false; !isEnd;) isEnd = (await checking.next()).done === true;
  return { ...about, stores, read };
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
    const read = (after: IDBKeyRange | null, count: number) =>
      transaction.objectStore(name).getAll(after, count);
    for await (const batch of readInBatches<StoredRecord>(read, keyOf))
      for (const record of batch) yield pass(name, record);
  }
  for (const name of large) {
    const read = (after: IDBKeyRange | null, count: number) => database.getAll(name, after, count);
    for await (const batch of readInBatches<StoredRecord>(read, keyOf))
      for (const record of batch) yield pass(name, await inText(record));
  }
}

function isSmall(name: Store): boolean {
  return !LARGE_STORES.some((large) => large === name);
}

/** Bytes in base64. */
async function inText(record: StoredRecord): Promise<unknown> {
  if ('markdown' in record) return { ...record, markdown: record.markdown.toBase64() };
  if (!('data' in record)) return record;
  const data = new Uint8Array(await record.data.arrayBuffer()).toBase64();
  return { id: record.id, type: record.data.type, data };
}

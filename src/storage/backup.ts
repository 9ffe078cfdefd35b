import type { StoreNames } from 'idb';
import * as v from 'valibot';
import { readBackupFile, writeBackupFile } from './backup-file';
import { recordSchema } from './backup-record';
import { announceChange } from './changes';
import { SYSTEM, type ClockAndIds } from './clock-and-ids';
import { SCHEMA_VERSION } from './database';
import { writeDurably } from './durable-write';
import type { ClipsheetSchema, Database } from './schema';
import { DamagedBackupError } from './storage-errors';

type Store = StoreNames<ClipsheetSchema>;

/** All that the database holds, store by store. */
export type Content = { [Name in Store]: ClipsheetSchema[Name]['value'][] };

export interface Backup {
  /** An instant in UTC. */
  createdAt: string;
  content: Content;
}

const STORES = recordSchema.options.map((option) => option.entries.store.literal);

/** Everything in one file, whose form backup-file.ts describes. */
export async function writeBackup(
  database: Database,
  { now }: Pick<ClockAndIds, 'now'> = SYSTEM,
): Promise<Blob> {
  const content = await readContent(database);
  return writeBackupFile(
    { version: SCHEMA_VERSION, createdAt: now().toISOString() },
    await Promise.all(fileRecords(content)),
  );
}

/** Reads and checks a file, and touches nothing. Fails with a BackupError that says by its class what is wrong with it. */
export async function readBackup(file: Blob): Promise<Backup> {
  const { header, records } = await readBackupFile(file, SCHEMA_VERSION);
  const content: Content = {
    clips: [],
    issues: [],
    drafts: [],
    preferences: [],
    snapshots: [],
    pictures: [],
    formers: [],
  };
  for await (const record of records) {
    const parsed = v.safeParse(recordSchema, record);
    if (!parsed.success) throw new DamagedBackupError(v.summarize(parsed.issues));
    content[parsed.output.store].push(parsed.output.record as never /* a record of that store */);
  }
  return { createdAt: header.createdAt, content };
}

/** Puts a backup in place of all that the database holds, in one transaction. Gives what it held, for Undo. */
export async function restoreBackup(database: Database, content: Content): Promise<Content> {
  const former = await writeDurably(database, STORES, async (transaction) => {
    const held = await collectContent((name) => transaction.objectStore(name).getAll());
    for (const name of STORES) {
      const store = transaction.objectStore(name);
      await store.clear();
      await Promise.all(
        content[name].map((record) => (name === 'preferences' ? store.put(record, name) : store.put(record))),
      );
    }
    return held;
  });
  announceChange({
    clips: [...former.clips, ...content.clips].map((clip) => clip.id),
    issues: [...former.issues, ...content.issues].map((issue) => issue.id),
    preferences: true,
  });
  return former;
}

/** All stores as they are at one moment. */
function readContent(database: Database): Promise<Content> {
  const transaction = database.transaction(STORES);
  return collectContent((name) => transaction.objectStore(name).getAll());
}

async function collectContent(readAll: (name: Store) => Promise<unknown[]>): Promise<Content> {
  const stores = await Promise.all(STORES.map(async (name) => [name, await readAll(name)] as const));
  return Object.fromEntries(stores) as unknown as Content; // each store's records under its name
}

function fileRecords(content: Content): Promise<unknown>[] {
  return STORES.flatMap((store) =>
    content[store].map(async (record) => ({ store, record: await fileRecord(record) })),
  );
}

async function fileRecord(record: Content[Store][number]): Promise<unknown> {
  if ('data' in record) {
    const data = new Uint8Array(await record.data.arrayBuffer()).toBase64();
    return { id: record.id, type: record.data.type, data };
  }
  return 'markdown' in record ? { ...record, markdown: record.markdown.toBase64() } : record;
}

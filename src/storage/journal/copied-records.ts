import { examineBackup } from '../backup/backup';
import {
  LARGE_STORES,
  keyOf,
  type BackupRecord,
  type LargeStore,
  type StoredRecord,
} from '../backup/backup-content';
import { writeBackupFile } from '../backup/backup-file';
import { encodeRecord, readRecord } from '../backup/backup-record';
import { SCHEMA_VERSION } from '../database/database';
import { StorageError } from '../database/storage-errors';
import { LEFT_OUT } from './copied-write';
import type { CopyFile } from './copy-file';
import { readFile, type CopyFolder } from './copy-folder';
import { unlessRefused } from './copy-place';
import { isNamed } from './checkpoint';
import { SaveBranches } from './save-branches';
import { placeOf, readSave, type FiledWrite } from './save-file';

/** The content of the copy of one generation, as a backup. */
export interface CopiedRecords {
  generation: string;
  backup: Blob;
  /** How many saves and records could not be read. */
  unreadable: number;
  /** Whether saved texts of pages were too large to be copied. */
  lacksTexts: boolean;
}

interface Base {
  number: number;
  leftOut: LargeStore[];
  unreadable: number;
  read: () => AsyncIterable<BackupRecord>;
}

type CheckedBase = Base & { isWhole: boolean };

const NOTHING: CheckedBase = {
  isWhole: false,
  number: 0,
  leftOut: [],
  unreadable: 0,
  read: noRecords,
};

async function* noRecords(): AsyncGenerator<never> {
  // there is nothing to yield
}

/** What is in the files of one generation. */
interface Content {
  generation: string;
  files: readonly CopyFile[];
  base: CheckedBase;
  saves: Saves;
}

/**
 * The content of each of these generations: its saves, applied to its latest readable checkpoint. If a generation was restored
 * in a later one, which was lost as well, its records are left out where the later one has a later state; there is nothing of a
 * generation of which a later one has everything.
 */
export async function readCopiedRecords(
  folder: CopyFolder,
  generations: readonly (readonly CopyFile[])[],
): Promise<CopiedRecords[]> {
  const contents: Content[] = [];
  for (const files of generations) {
    const base = await readBase(folder, files);
    const generation = files[0]?.generation ?? '';
    contents.push({ generation, files, base, saves: await readSaves(folder, files, base.number) });
  }
  const copied: CopiedRecords[] = [];
  for (const content of contents) {
    const later = contents.flatMap((other) => restoredIn(other, content));
    if (!later.some(({ isWhole }) => isWhole)) copied.push(await printContent(content, later));
  }
  return copied;
}

async function printContent(
  { generation, base, saves }: Content,
  later: readonly LaterState[],
): Promise<CopiedRecords> {
  const stores = new Set([...saves.writes.values()].map(({ store }) => store));
  const leftOut = base.leftOut.filter((store) => !stores.has(store));
  let unreadable = base.unreadable + saves.unreadable;
  const records = async function* () {
    for await (const record of layOver(base, saves.writes)) {
      if (later.some(({ replaces }) => replaces(record))) continue;
      if ((await readRecord(record)) === undefined) unreadable += 1;
      else yield record;
    }
  };
  const header = { version: SCHEMA_VERSION, createdAt: new Date().toISOString() };
  const backup = await writeBackupFile(leftOut.length > 0 ? { ...header, leftOut } : header, records());
  const lacksTexts = stores.has(LEFT_OUT) || base.leftOut.includes('snapshots');
  return { generation, backup, unreadable, lacksTexts };
}

/** What a later generation has of one that was restored in it. */
interface LaterState {
  /** A checkpoint that was made since contains everything. */
  isWhole: boolean;
  /** Whether it has written the record since, or deleted it for good. */
  replaces: (record: FiledWrite) => boolean;
}

/** The state of `content` in `other`, if it was restored there. */
function restoredIn({ files, base, saves }: Content, content: Content): LaterState[] {
  const note = files.find(({ kind, after }) => kind === 'restored' && after === content.generation);
  if (note === undefined) return [];
  const since = new Map<string, FiledWrite>();
  let last = note.id;
  for (const { after, id, writes } of saves.inOrder) {
    if (after !== last) continue; // it is from before the note, or may be of a database in which nothing was restored
    last = id;
    for (const write of writes) since.set(placeOf(write), write);
  }
  return [
    {
      isWhole: base.isWhole && base.number >= note.number,
      replaces: (record) => since.has(placeOf(record)) || isPartOfDeleted(record, since),
    },
  ];
}

/** The latest intact checkpoint; if there is none, the good records of the latest damaged one. */
async function readBase(folder: CopyFolder, files: readonly CopyFile[]): Promise<CheckedBase> {
  let damaged: CheckedBase | undefined;
  for (const checkpoint of files.filter(({ kind }) => kind === 'checkpoint').toReversed()) {
    const base = await examine(folder, checkpoint);
    if (base?.isWhole === true) return base;
    damaged ??= base;
  }
  return damaged ?? NOTHING;
}

async function examine(folder: CopyFolder, checkpoint: CopyFile): Promise<CheckedBase | undefined> {
  let damaged: CheckedBase | undefined;
  for await (const { content } of readFile(folder, checkpoint)) {
    const base = await examineContent(content, checkpoint);
    if (base?.isWhole === true) return base;
    damaged ??= base;
  }
  return damaged;
}

async function examineContent(content: Blob, checkpoint: CopyFile): Promise<CheckedBase | undefined> {
  try {
    const { stores, read, damage, ...header } = await examineBackup(content);
    if (!isNamed(header, checkpoint)) return undefined;
    const isWhole = damage === undefined || !(damage.isChanged || damage.isCutOff);
    const leftOut = LARGE_STORES.filter((store) => !stores.includes(store));
    const unreadable = (damage?.bad ?? 0) + (isWhole ? 0 : 1);
    return { number: checkpoint.number, leftOut, unreadable, read, isWhole };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error; // nothing of it can be read
    return undefined;
  }
}

interface Saves {
  /** The last write of each record. */
  writes: ReadonlyMap<string, FiledWrite>;
  /** Those that can be read. */
  inOrder: (CopyFile & { writes: readonly FiledWrite[] })[];
  unreadable: number;
}

async function readSaves(folder: CopyFolder, files: readonly CopyFile[], after: number): Promise<Saves> {
  const inOrder: Saves['inOrder'] = [];
  const branches = new SaveBranches();
  let unreadable = 0;
  let last = after;
  for (const each of files) {
    if (each.kind === 'checkpoint' || each.kind === 'deleted' || each.number <= after) continue;
    unreadable += Math.max(0, each.number - last - 1); // these saves are missing
    last = each.number;
    if (each.kind === 'restored') continue;
    const writes = await readWrites(folder, each);
    branches.add(each, writes ?? []);
    if (writes === undefined) unreadable += 1;
    else inOrder.push({ ...each, writes });
  }
  return { writes: await branches.join(), inOrder, unreadable };
}

/** The clips that were deleted for good after so many saves of a generation, whose files are given. */
export async function readDeletedClips(
  folder: CopyFolder,
  files: readonly CopyFile[],
  saves: number,
): Promise<string[]> {
  const deleted: string[] = [];
  for (const each of files.filter(({ kind, number }) => kind === 'deleted' && number > saves))
    for (const write of (await readWrites(folder, each)) ?? []) if ('key' in write) deleted.push(write.key);
  return deleted;
}

/** Reads from the place where the file is intact. */
export async function readWrites(folder: CopyFolder, each: CopyFile): Promise<FiledWrite[] | undefined> {
  for await (const { content } of readFile(folder, each)) {
    const text = await unlessRefused(() => content.text());
    const writes = text === undefined ? undefined : await readSave(each.name, text);
    if (writes !== undefined) return writes;
  }
  return undefined;
}

async function* layOver(base: Base, writes: ReadonlyMap<string, FiledWrite>): AsyncGenerator<FiledWrite> {
  const rest = new Map(writes);
  for await (const { store, record: stored } of base.read()) {
    const record = { store, record: await encodeRecord(stored) };
    const place = placeOf(record);
    const later = rest.get(place);
    if (later === undefined) {
      if (!isPartOfDeleted(record, writes)) yield record;
    } else if ('record' in later) {
      yield isEarlier(later.record, record) ? record : later;
      rest.delete(place);
    }
  }
  for (const write of rest.values()) if ('record' in write) yield write;
}

/** The saved text of a page and the previous version of a clip are deleted with the clip, but their saves are not copied. */
function isPartOfDeleted({ store, ...write }: FiledWrite, writes: ReadonlyMap<string, FiledWrite>): boolean {
  if (!('record' in write) || (store !== 'snapshots' && store !== 'formers')) return false;
  const clip = writes.get(`clips ${keyOf(write.record as StoredRecord)}`);
  return clip !== undefined && 'key' in clip;
}

/** A checkpoint may already contain what was saved while it was made. */
function isEarlier(save: unknown, base: FiledWrite): boolean {
  const revisionOf = (record: unknown) => (record as { revision?: number } | undefined)?.revision ?? 0;
  return 'record' in base && revisionOf(save) < revisionOf(base.record);
}

import { nearestInstant } from '../../news/time-bounds';
import {
  keyOf,
  LARGE_STORES,
  STORES,
  type BackupRecord,
  type LargeStore,
  type Store,
  type StoredRecord,
} from './backup-content';
import { openBackupFile, writeBackupFile, type BackupFile, type BackupHeader } from './backup-file';
import { MEBIBYTE, type BackupLine } from './backup-lines';
import { encodeRecord, readRecord } from './backup-record';
import { isTooDeep } from './json-depth';
import { SYSTEM, type ClockAndIds } from '../database/clock';
import { describeDamaged, nameByOthers, type DamagedRecord } from './damaged-record';
import { SCHEMA_VERSION } from '../database/database';
import { shareOfWork, passStep, type LongWork } from '../database/long-work';
import { readInBatches } from '../database/record-batches';
import type { Database, LocalState } from '../database/schema';
import { WorkTurns } from '../database/work-turns';
import { BackupCutOffError, DamagedBackupError, NotABackupError } from '../database/storage-errors';
import { readLocalState } from '../database/local-state';

/** A backup whose whole file has been checked. */
export interface Backup extends Partial<Pick<BackupHeader, 'origin' | 'name'>> {
  /** When it was written; the first possible instant if its first line is damaged. */
  createdAt: string;
  /** The stores that the file contains. */
  stores: Store[];
  /** Its records, one after the other, read from the file each time. Throws if the file no longer exists. */
  read: (work?: LongWork) => AsyncIterable<BackupRecord>;
  /** Absent: the file is unchanged, and each of its records can be restored. */
  damage?: Damage;
}

/** What is wrong with a backup. `read` returns the good records. */
export interface Damage {
  /** Its end is missing. */
  isCutOff: boolean;
  /** The file was changed, so that good records may contain wrong words, too. */
  isChanged: boolean;
  /** How many records are good. */
  good: number;
  /** The first of the bad records, with what can be read of them. */
  records: DamagedRecord[];
  /** How many records are bad. */
  bad: number;
  /** The lines of the bad records, unchanged. */
  lines: Blob;
}

/** At most this many damaged records are described. */
const MOST_DESCRIBED = 500;
const NEVER = nearestInstant(0);

export interface WritingOptions extends LongWork {
  leaveOut?: readonly LargeStore[];
  /** Of a file of the second copy. */
  name?: string;
  /** Called with each record in the form of the file. Must not await anything, because a transaction is open. */
  onRecord?: (line: object) => void;
}

/** Writes everything into one file, except the stores that are left out. backup-file.ts describes the format. */
export async function writeBackup(
  database: Database,
  { leaveOut = [], name, onRecord, ...work }: WritingOptions = {},
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<Blob> {
  const header = headerOf(leaveOut, clockAndIds.now(), await readLocalState(database, clockAndIds));
  return writeBackupFile(
    name === undefined ? header : { ...header, name },
    readRecords(database, leaveOut, work, onRecord),
  );
}

function headerOf(leftOut: readonly LargeStore[], now: Date, localState?: LocalState): BackupHeader {
  return {
    version: SCHEMA_VERSION,
    createdAt: nearestInstant(now.getTime()),
    ...(leftOut.length > 0 && { leftOut: [...leftOut] }),
    ...(localState && { origin: localState.origin }),
  };
}

/** Checks a file and each of its records, and changes nothing. Throws a BackupError whose class says what is wrong. */
export async function readBackup(file: Blob, work: LongWork = {}): Promise<Backup> {
  const backup = await examineBackup(file, work);
  if (backup.damage?.isCutOff === true) throw new BackupCutOffError('the end is missing');
  if (backup.damage?.isChanged === true) throw new DamagedBackupError('the checksum differs');
  if (backup.damage) throw new DamagedBackupError(`${backup.damage.bad} records are none`);
  return backup;
}

/**
 * The same for a file that may be damaged: its good records can be restored, and the others are described. Throws
 * NotABackupError, LaterBackupError or UnreadableBackupError.
 */
export async function examineBackup(file: Blob, work: LongWork = {}): Promise<Backup> {
  const opened = await openBackupFile(file, SCHEMA_VERSION, shareOfWork(work, 0, 1 / 2));
  const { version: _, leftOut, ...about } = opened.header ?? { version: SCHEMA_VERSION, createdAt: NEVER };
  const stores = STORES.filter((name) => !leftOut?.some((left) => left === name));
  const read = async function* (reading: LongWork = {}): AsyncGenerator<BackupRecord> {
    for await (const { record, isRepeated } of readEach(opened, reading))
      if (record !== undefined && !isRepeated && stores.includes(record.store)) yield record;
  };
  const damage = await findDamage(opened, shareOfWork(work, 1 / 2, 1));
  if (opened.header === undefined && damage?.good === 0) throw new NotABackupError('it has no record');
  if (damage !== undefined && damage.bad > 0) damage.records = await nameByOthers(damage.records, read());
  return { ...about, stores, read, ...(damage && { damage }) };
}

async function findDamage(opened: BackupFile, work: LongWork): Promise<Damage | undefined> {
  const { isCutOff, isChanged, slice } = opened;
  const records: DamagedRecord[] = [];
  const lines: Blob[] = [];
  let [good, bad, from, to] = [0, 0, 0, 0];
  for await (const { start, end, bytes, record, isRepeated } of readEach(opened, work)) {
    if (record !== undefined && !isRepeated) {
      good += 1;
      continue;
    }
    bad += 1;
    if (records.length < MOST_DESCRIBED)
      records.push({
        ...describeDamaged(bytes ?? (await readBeginning(slice(start, end)))),
        ...(isRepeated && { isRepeated }),
      });
    if (start !== to + 1) {
      if (to > from) lines.push(slice(from, to), new Blob(['\n']));
      from = start;
    }
    to = end;
  }
  if (to > from) lines.push(slice(from, to), new Blob(['\n']));
  if (!isCutOff && !isChanged && bad === 0) return undefined;
  return { isCutOff, isChanged, good, records, bad, lines: new Blob(lines) };
}

interface ReadLine extends BackupLine {
  /** Absent: the record is damaged. */
  record?: BackupRecord;
  /** The file has an earlier record with the same key. Only the first can be restored. */
  isRepeated: boolean;
}

async function* readEach({ readLines }: BackupFile, work: LongWork): AsyncGenerator<ReadLine> {
  const keys = new Set<string>();
  const turns = new WorkTurns();
  for await (const line of readLines(work)) {
    await turns.pass();
    const record = line.bytes && (await readRecord(parseLine(line.bytes)));
    const key = record && `${record.store} ${keyOf(record.record)}`;
    yield { ...line, ...(record && { record }), isRepeated: key !== undefined && keys.has(key) };
    if (key !== undefined) keys.add(key);
  }
}

async function readBeginning(line: Blob): Promise<Uint8Array> {
  return new Uint8Array(await line.slice(0, MEBIBYTE).arrayBuffer());
}

/** Returns `undefined` if the line is not JSON, or nested deeper than any record. */
function parseLine(bytes: Uint8Array): unknown {
  if (isTooDeep(bytes)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * All records in the form of the file, in batches. Clips and the records they refer to are read in one transaction, so that
 * they are consistent. Drafts have a short transaction of their own, so that typing is not delayed. Large records come last,
 * each batch in its own transaction: others refer to them only by ids that may be missing.
 */
async function* readRecords(
  database: Database,
  leaveOut: readonly LargeStore[],
  work: LongWork,
  onRecord: WritingOptions['onRecord'],
): AsyncGenerator {
  const large = LARGE_STORES.filter((name) => !leaveOut.includes(name));
  const names: Store[] = ['drafts', ...STORES.filter((name) => name !== 'drafts' && isSmall(name)), ...large];
  const counts = await Promise.all(names.map((name) => database.count(name)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const pass = (store: Store, record: unknown) => {
    passStep(work, Math.min(1, ++done / total));
    onRecord?.({ store, record });
    return { store, record };
  };
  for (const draft of await database.getAll('drafts')) yield pass('drafts', draft);
  const together = STORES.filter((name) => name !== 'drafts' && isSmall(name));
  const transaction = database.transaction(together);
  const turns = new WorkTurns(() => transaction.objectStore('issues').getKey(''));
  for (const name of together) {
    const read = (after: IDBKeyRange | null, count: number) =>
      transaction.objectStore(name).getAll(after, count);
    for await (const batch of readInBatches<StoredRecord>(read, keyOf))
      for (const record of batch) {
        yield pass(name, record);
        await turns.pass();
      }
  }
  const laterTurns = new WorkTurns();
  for (const name of large) {
    const read = (after: IDBKeyRange | null, count: number) => database.getAll(name, after, count);
    for await (const batch of readInBatches<StoredRecord>(read, keyOf))
      for (const record of batch) {
        yield pass(name, await encodeRecord(record));
        await laterTurns.pass();
      }
  }
}

function isSmall(name: Store): boolean {
  return !LARGE_STORES.some((large) => large === name);
}

import { isSame } from '../../news/edits/deep-equality';
import type { LargeStore } from './backup-content';
import { openBackupFile } from './backup-file';
import { encodeRecord, readRecord } from './backup-record';
import { writeBackup } from './backup';
import { SYSTEM, type ClockAndIds } from '../database/clock';
import { describeDamaged, type DamagedRecord } from './damaged-record';
import { SCHEMA_VERSION } from '../database/database';
import { shareOfWork, type LongWork } from '../database/long-work';
import type { Database } from '../database/schema';
import { BackupNotWrittenError } from '../database/storage-errors';

/** A backup that was read again after it was written. */
export interface CheckedBackup {
  file: Blob;
  /** How many records it contains. */
  count: number;
  /**
   * Records that will be restored differently from how they are stored now. The file contains them, and restoring reports them.
   */
  odd: DamagedRecord[];
}

/**
 * Writes a backup, parses each record as restoring would and compares the result with the stored record, and reads the file
 * again. Throws BackupNotWrittenError if the file is not what was written.
 */
export async function writeCheckedBackup(
  database: Database,
  { leaveOut = [], ...work }: LongWork & { leaveOut?: readonly LargeStore[] } = {},
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<CheckedBackup> {
  const checks: Promise<DamagedRecord | undefined>[] = [];
  const onRecord = (line: object) => void checks.push(checkRecord(line));
  const file = await writeBackup(database, { ...shareOfWork(work, 0, 0.8), leaveOut, onRecord }, clockAndIds);
  await checkFile(file, checks.length, shareOfWork(work, 0.8, 1));
  const odd = (await Promise.all(checks)).filter((record) => record !== undefined);
  return { file, count: checks.length, odd };
}

/** Reads a written file, wherever it is stored. Throws BackupNotWrittenError. */
export async function checkFile(file: Blob, count: number, work: LongWork = {}): Promise<void> {
  const { isChanged, isCutOff, readLines } = await openBackupFile(
    file,
    SCHEMA_VERSION,
    shareOfWork(work, 0, 0.5),
  );
  let lines = 0;
  for await (const { bytes } of readLines(shareOfWork(work, 0.5, 1))) if (bytes !== undefined) lines += 1;
  if (isChanged || isCutOff || lines !== count)
    throw new BackupNotWrittenError(`${lines} lines of ${count} are as they were written`);
}

/** Returns `undefined` if the record is restored unchanged. */
async function checkRecord(line: object): Promise<DamagedRecord | undefined> {
  const text = JSON.stringify(line);
  const value: unknown = JSON.parse(text);
  const read = await readRecord(value);
  const again = read && { store: read.store, record: await encodeRecord(read.record) };
  return isSame(again, value) ? undefined : describeDamaged(new TextEncoder().encode(text));
}

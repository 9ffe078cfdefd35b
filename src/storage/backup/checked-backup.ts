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

/** A backup that was read again before anybody gets it. */
export interface CheckedBackup {
  file: Blob;
  /** How many records are in it. */
  count: number;
  /** Records that will not come out of it as they are here: they stand in it, and are told of when it is restored. */
  odd: DamagedRecord[];
}

/**
 * Writes a backup, parses each record of it as restoring would, compares it with what is here, and reads the file again. Fails with
 * BackupNotWrittenError where the file is not what was written.
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

/** Reads a file that was written, wherever it lies now. Fails with BackupNotWrittenError. */
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

/** `undefined`: it comes out of the backup as it is. */
async function checkRecord(line: object): Promise<DamagedRecord | undefined> {
  const text = JSON.stringify(line);
  const value: unknown = JSON.parse(text);
  const read = readRecord(value);
  const again = read && { store: read.store, record: await encodeRecord(read.record) };
  return isSame(again, value) ? undefined : describeDamaged(new TextEncoder().encode(text));
}

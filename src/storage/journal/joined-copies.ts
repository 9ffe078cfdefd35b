import { readBackup } from '../backup/backup';
import { keyOf, LARGE_STORES, type BackupRecord } from '../backup/backup-content';
import { writeBackupFile } from '../backup/backup-file';
import { encodeRecord } from '../backup/backup-record';
import { mergeRecord } from '../backup/merged-record';
import { SCHEMA_VERSION } from '../database/database';

/** One backup with everything that is in the copies of several generations; the copies are merged in their order. */
export async function joinCopies(copies: readonly Blob[]): Promise<Blob> {
  const [first = new Blob(), ...others] = copies;
  if (others.length === 0) return first;
  const joined = new Map<string, BackupRecord>();
  const lacking = new Set<string>();
  for (const copy of copies) {
    const { stores, read } = await readBackup(copy);
    for (const store of LARGE_STORES) if (!stores.includes(store)) lacking.add(store);
    for await (const each of read()) {
      const place = `${each.store} ${keyOf(each.record)}`;
      const known = joined.get(place);
      // Records of one place are of one store.
      joined.set(
        place,
        known ? ({ ...each, record: mergeRecord(known.record, each) } as BackupRecord) : each,
      );
    }
  }
  for (const { store } of joined.values()) lacking.delete(store);
  const header = { version: SCHEMA_VERSION, createdAt: new Date().toISOString() };
  const leftOut = LARGE_STORES.filter((store) => lacking.has(store));
  return writeBackupFile(leftOut.length > 0 ? { ...header, leftOut } : header, printed(joined.values()));
}

async function* printed(records: Iterable<BackupRecord>) {
  for (const { store, record } of records) yield { store, record: await encodeRecord(record) };
}

import { readReminder } from '../../src/storage/backup/backup-times';
import type { Database } from '../../src/storage/database/database';
import { readFolder } from '../../src/storage/backup/folder-backup';

/** The last backup is old: when it was made, if ever, and whether a new one needs only one click. */
export interface BackupDue {
  backedUpAt?: string;
  hasFolder: boolean;
}

/** Returns `undefined` if no reminder is needed. */
export async function readBackupDue(database: Database): Promise<BackupDue | undefined> {
  const reminder = await readReminder(database);
  return reminder && { ...reminder, hasFolder: (await readFolder(database)) !== undefined };
}

import { putReminderOff } from '../../src/storage/backup/backup-times';
import { backUpNow } from '../../src/storage/backup/folder-backup';
import type { Desk } from '../state/desk';

/** Writes a backup into the folder. */
export async function backUpAtDesk(desk: Desk): Promise<void> {
  if ((await backUpNow(desk.database)) === 'written') endReminder(desk);
}

export async function putBackupOff(desk: Desk): Promise<void> {
  await putReminderOff(desk.database);
  endReminder(desk);
}

function endReminder(desk: Desk): void {
  desk.backupDue = undefined;
  desk.show({});
}

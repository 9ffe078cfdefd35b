import { putReminderOff } from '../src/storage/backup/backup-times';
import { backUpNow } from '../src/storage/backup/folder-backup';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/banner';
import { useTranslate } from '../src/ui/translation-context';
import { useDesk, type Desk } from './state/desk';

/** Reminds the analyst that the last backup is old, and offers a new one: with one click if a folder has been chosen. */
export function BackupReminder() {
  const desk = useDesk();
  const translate = useTranslate();
  const { backupDue: due } = desk;
  if (due === undefined) return null;
  return (
    <Notice
      actions={
        <>
          {due.hasFolder ? (
            <Button onClick={() => desk.run(() => backUpAtDesk(desk))}>{translate('backupFolderNow')}</Button>
          ) : (
            <a href="../options/index.html#backup">{translate('optionsSaveBackup')}</a>
          )}
          <Button look="quiet" onClick={() => desk.run(() => putBackupOff(desk))}>
            {translate('backupReminderLater')}
          </Button>
        </>
      }
    >
      {due.backedUpAt === undefined
        ? translate('backupReminderNever')
        : translate(
            'backupReminderOld',
            new Date(due.backedUpAt).toLocaleDateString(translate('languageOfStrings'), {
              dateStyle: 'long',
            }),
          )}
    </Notice>
  );
}

/** Writes a backup into the folder. */
async function backUpAtDesk(desk: Desk): Promise<void> {
  if ((await backUpNow(desk.database)) === 'written') endReminder(desk);
}

async function putBackupOff(desk: Desk): Promise<void> {
  await putReminderOff(desk.database);
  endReminder(desk);
}

function endReminder(desk: Desk): void {
  desk.backupDue = undefined;
  desk.show({});
}

import { useEffect, useState } from 'preact/hooks';
import { putReminderOff, readReminder } from '../src/storage/backup-times';
import { backUpNow, readFolder } from '../src/storage/folder-backup';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/notice';
import { useTranslate } from '../src/ui/translation';
import { useDesk } from './state/desk';

/** Says that the last backup is old, and leads to the next: with one click into the folder, if one is chosen. */
export function BackupReminder() {
  const desk = useDesk();
  const translate = useTranslate();
  const [due, setDue] = useState<{ backedUpAt?: string; hasFolder: boolean }>();
  useEffect(() => {
    desk.run(async () => {
      const reminder = await readReminder(desk.database);
      const hasFolder = (await readFolder(desk.database)) !== undefined;
      setDue(reminder && { ...reminder, hasFolder });
    });
  }, [desk]);
  if (due === undefined) return null;
  const writeBackup = async () => {
    if ((await backUpNow(desk.database)) === 'written') setDue(undefined);
  };
  const putOff = async () => {
    await putReminderOff(desk.database);
    setDue(undefined);
  };
  return (
    <Notice
      actions={
        <>
          {due.hasFolder ? (
            <Button onClick={() => desk.run(writeBackup)}>{translate('backupFolderNow')}</Button>
          ) : (
            <a href="../options/index.html#backup">{translate('optionsSaveBackup')}</a>
          )}
          <Button look="quiet" onClick={() => desk.run(putOff)}>
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

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import {
  backUpDaily,
  backUpNow,
  chooseFolder,
  forgetFolder,
  MOST_IN_FOLDER,
  readFolder,
} from '../../src/storage/backup/folder-backup';
import { messageForError, type StorageErrorMessage } from '../../src/storage/database/storage-errors';
import { Button } from '../../src/ui/button';
import { Notice } from '../../src/ui/banner';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { useLongWork } from '../controls/use-long-work';
import { WorkProgress } from '../controls/work-progress';

/** https://wicg.github.io/file-system-access: Chromium alone has it. */
type PickDirectory = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** A folder into which a backup is laid each day. */
export function BackupFolder({ database }: { database: Database }) {
  const translate = useTranslate();
  const work = useLongWork();
  const [folder, setFolder] = useState<Awaited<ReturnType<typeof readFolder>>>();
  const [problem, setProblem] = useState<StorageErrorMessage>();

  const orSaid = useCallback(
    async (act: () => Promise<unknown>) => {
      try {
        setProblem(undefined);
        await act();
        setFolder(await readFolder(database));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return; // no folder was chosen
        setProblem(messageForError(error));
        void recordFailure('backup', error, database);
      }
    },
    [database],
  );
  useEffect(() => void orSaid(() => backUpDaily(database)), [database, orSaid]);
  if (pickDirectory === undefined) return <p>{translate('backupFolderNowhere')}</p>;

  const choose = async () => {
    const handle = await pickDirectory({ id: 'clipsheet-backups', mode: 'readwrite' });
    await chooseFolder(database, handle);
    await work.run((attended) => backUpNow(database, attended));
  };
  const language = translate('languageOfStrings');
  const writtenAt =
    folder?.writtenAt === undefined
      ? '–'
      : new Date(folder.writtenAt).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <div class="act">
      <p>
        {folder
          ? translate('backupFolderChosen', folder.name, String(MOST_IN_FOLDER), writtenAt)
          : translate('backupFolderIntroduction', String(MOST_IN_FOLDER))}
      </p>
      <div class="act-buttons">
        {folder && (
          <Button onClick={() => void orSaid(() => work.run((attended) => backUpNow(database, attended)))}>
            {translate('backupFolderNow')}
          </Button>
        )}
        <Button onClick={() => void orSaid(choose)}>
          {translate(folder ? 'backupFolderOther' : 'backupFolderChoose')}
        </Button>
        {folder && (
          <Button onClick={() => void orSaid(() => forgetFolder(database))}>
            {translate('backupFolderForget')}
          </Button>
        )}
      </div>
      <WorkProgress work={work}>{translate('optionsSavingBackup')}</WorkProgress>
      <Status>
        {problem && <Notice tone="danger">{translate(problem)}</Notice>}
        {folder?.state === 'asks' && <Notice tone="warning">{translate('backupFolderAsks')}</Notice>}
      </Status>
    </div>
  );
}

const pickDirectory = (globalThis as { showDirectoryPicker?: PickDirectory }).showDirectoryPicker?.bind(
  globalThis,
);

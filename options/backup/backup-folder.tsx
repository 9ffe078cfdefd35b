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
import { useTranslate, type Translate } from '../../src/ui/translation-context';
import { useLongWork } from '../controls/use-long-work';
import { WorkProgress } from '../controls/work-progress';

/** https://wicg.github.io/file-system-access: only Chromium implements it. */
type PickDirectory = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

/** Chooses a folder in which a backup is written each day. */
export function BackupFolder({ database }: { database: Database }) {
  const translate = useTranslate();
  const work = useLongWork();
  const { folder, problem, run } = useBackupFolder(database);
  if (pickDirectory === undefined) return <p>{translate('backupFolderNowhere')}</p>;

  const backUp = () => work.run((attended) => backUpNow(database, attended));
  const choose = async () => {
    const handle = await pickDirectory({ id: 'clipsheet-backups', mode: 'readwrite' });
    await chooseFolder(database, handle);
    await backUp();
  };
  return (
    <div class="act">
      <p>{describeFolder(folder, translate)}</p>
      <div class="act-buttons">
        {folder && <Button onClick={() => void run(backUp)}>{translate('backupFolderNow')}</Button>}
        <Button onClick={() => void run(choose)}>
          {translate(folder ? 'backupFolderOther' : 'backupFolderChoose')}
        </Button>
        {folder && (
          <Button onClick={() => void run(() => forgetFolder(database))}>
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

type Folder = Awaited<ReturnType<typeof readFolder>>;

/** The chosen folder, read again after each action, with the error of the last one. Writes the daily backup when the page opens. */
function useBackupFolder(database: Database) {
  const [folder, setFolder] = useState<Folder>();
  const [problem, setProblem] = useState<StorageErrorMessage>();
  const run = useCallback(
    async (action: () => Promise<unknown>) => {
      try {
        setProblem(undefined);
        await action();
        setFolder(await readFolder(database));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return; // the user has chosen no folder
        setProblem(messageForError(error));
        void recordFailure('backup', error, database);
      }
    },
    [database],
  );
  useEffect(() => void run(() => backUpDaily(database)), [database, run]);
  return { folder, problem, run };
}

function describeFolder(folder: Folder, translate: Translate): string {
  if (folder === undefined) return translate('backupFolderIntroduction', MOST_IN_FOLDER);
  const language = translate('languageOfStrings');
  const writtenAt =
    folder.writtenAt === undefined
      ? '–'
      : new Date(folder.writtenAt).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });
  return translate('backupFolderChosen', folder.name, MOST_IN_FOLDER, writtenAt);
}

const pickDirectory = (globalThis as { showDirectoryPicker?: PickDirectory }).showDirectoryPicker?.bind(
  globalThis,
);

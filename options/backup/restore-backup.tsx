import { useEffect, useState } from 'preact/hooks';
import { examineBackup } from '../../src/storage/backup/backup';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { shareOfWork } from '../../src/storage/database/long-work';
import { previewRestore } from '../../src/storage/backup/restore-preview';
import { printForms } from '../../src/newsletter/printed-forms';
import { storeMissingEditions } from '../../src/storage/publishing';
import type { RestoreWay } from '../../src/storage/backup/merged-batch';
import { restoreBackup, type Restored } from '../../src/storage/backup/restoring';
import { clearStaged } from '../../src/storage/backup/staging';
import { messageForError, type StorageErrorMessage } from '../../src/storage/database/storage-errors';
import { Field } from '../../src/ui/fields/field';
import { Notice } from '../../src/ui/banner';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { BackupPreview, type ChosenBackup } from './backup-preview';
import { RestoredNotice } from './restored-notice';
import { useLongWork } from '../controls/use-long-work';
import { WorkProgress } from '../controls/work-progress';

type Step =
  | { name: 'none' }
  | { name: 'refused'; problem: StorageErrorMessage }
  | { name: 'chosen'; chosen: ChosenBackup }
  | { name: 'restoring' }
  | { name: 'restored'; restored: Restored };

/**
 * Restores a backup from a file: checks the whole file, shows what would change, then merges the backup with the database or
 * replaces the database with it. Undo reverses either.
 */
export function RestoreBackup({ database }: { database: Database }) {
  const translate = useTranslate();
  const { step, work, choose, restore, cancel } = useRestore(database);
  return (
    <div class="act">
      <Field
        label={translate('optionsChooseBackup')}
        hint={translate('optionsChooseBackupHint')}
        control={(control) => (
          <input
            {...control}
            type="file"
            accept=".jsonl"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              cancel();
              if (file) void choose(file);
            }}
            // So that choosing the same file again is a change.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
          />
        )}
      />
      <WorkProgress work={work}>
        {translate(step.name === 'restoring' ? 'optionsRestoring' : 'optionsCheckingBackup')}
      </WorkProgress>
      <Status>
        {step.name === 'refused' && <Notice tone="danger">{translate(step.problem)}</Notice>}
        {step.name === 'restored' && <RestoredNotice database={database} restored={step.restored} />}
      </Status>
      {step.name === 'chosen' && (
        <BackupPreview
          chosen={step.chosen}
          onRestore={(way) => void restore(step.chosen, way)}
          onLeave={cancel}
        />
      )}
    </div>
  );
}

/** The steps of restoring, and the functions that lead from one to the next. */
function useRestore(database: Database) {
  const work = useLongWork();
  const [step, setStep] = useState<Step>({ name: 'none' });
  useEffect(() => {
    clearStaged(database).catch(() => undefined); // if it fails, the next page that opens clears it
  }, [database]);

  const orRefuse = async (takeStep: () => Promise<Step>) => {
    try {
      setStep(await takeStep());
    } catch (error) {
      setStep({ name: 'refused', problem: messageForError(error) });
      void recordFailure('restore', error, database);
    }
  };
  const choose = (file: File) =>
    orRefuse(async () => {
      const chosen = await work.run(async (attended) => {
        const backup = await examineBackup(file, shareOfWork(attended, 0, 0.7));
        const preview = await previewRestore(database, backup, shareOfWork(attended, 0.7, 1));
        return { backup, fileName: file.name, preview };
      });
      return chosen === undefined ? { name: 'none' } : { name: 'chosen', chosen };
    });
  const restore = ({ backup }: ChosenBackup, way: RestoreWay) => {
    setStep({ name: 'restoring' });
    return orRefuse(async () => {
      const restored = await work.run((attended) => restoreBackup(database, backup, way, attended));
      await storeMissingEditions(database, printForms);
      return restored === undefined ? { name: 'none' } : { name: 'restored', restored };
    });
  };
  return { step, work, choose, restore, cancel: () => setStep({ name: 'none' }) };
}

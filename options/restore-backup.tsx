import { useState } from 'preact/hooks';
import { readBackup, restoreBackup } from '../src/storage/backup';
import { compareBackup } from '../src/storage/backup-comparison';
import type { Database } from '../src/storage/database';
import { messageForError, type StorageErrorMessage } from '../src/storage/storage-errors';
import { Field } from '../src/ui/field';
import { Notice } from '../src/ui/notice';
import { Status } from '../src/ui/status';
import { useTranslate } from '../src/ui/translation';
import { BackupPreview, type ChosenBackup } from './backup-preview';
import { RestoredNotice, type Restored } from './restored-notice';
import { useLongWork } from './use-long-work';
import { WorkProgress } from './work-progress';

type Step =
  | { name: 'none' }
  | { name: 'refused'; problem: StorageErrorMessage }
  | { name: 'chosen'; chosen: ChosenBackup }
  | { name: 'restoring' }
  | { name: 'restored'; restored: Restored };

/** From a file: it is checked whole, what would change is shown, then it takes the place of what is here, with Undo. */
export function RestoreBackup({ database }: { database: Database }) {
  const translate = useTranslate();
  const work = useLongWork();
  const [step, setStep] = useState<Step>({ name: 'none' });

  const orRefuse = async (act: () => Promise<Step>) => {
    try {
      setStep(await act());
    } catch (error) {
      setStep({ name: 'refused', problem: messageForError(error) });
    }
  };
  const choose = (file: File) =>
    orRefuse(async () => {
      const backup = await work.run((attended) => readBackup(file, attended));
      if (backup === undefined) return { name: 'none' };
      const comparison = await compareBackup(database, backup.content);
      return { name: 'chosen', chosen: { ...backup, fileName: file.name, comparison } };
    });
  const restore = ({ content }: ChosenBackup) => {
    setStep({ name: 'restoring' });
    return orRefuse(async () => {
      const former = await restoreBackup(database, content);
      return { name: 'restored', restored: { former, content } };
    });
  };

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
              setStep({ name: 'none' });
              if (file) void choose(file);
            }}
            // The same file can be chosen once more.
            onClick={({ currentTarget }) => (currentTarget.value = '')}
          />
        )}
      />
      <WorkProgress work={work}>{translate('optionsCheckingBackup')}</WorkProgress>
      <Status>
        {step.name === 'refused' && <Notice tone="danger">{translate(step.problem)}</Notice>}
        {step.name === 'restoring' && <Notice>{translate('optionsRestoring')}</Notice>}
        {step.name === 'restored' && <RestoredNotice database={database} restored={step.restored} />}
      </Status>
      {step.name === 'chosen' && (
        <BackupPreview
          chosen={step.chosen}
          onRestore={() => void restore(step.chosen)}
          onLeave={() => setStep({ name: 'none' })}
        />
      )}
    </div>
  );
}

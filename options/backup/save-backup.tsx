import { useState } from 'preact/hooks';
import { writeCheckedBackup } from '../../src/storage/backup/checked-backup';
import type { DamagedRecord } from '../../src/storage/backup/damaged-record';
import { nameBackup } from '../../src/storage/backup/backup-name';
import { noteBackup } from '../../src/storage/backup/backup-times';
import type { LargeStore } from '../../src/storage/backup/backup-content';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { messageForError, type StorageErrorMessage } from '../../src/storage/database/storage-errors';
import { Button } from '../../src/ui/button';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { Notice } from '../../src/ui/banner';
import { saveFile } from '../../src/ui/saved-file';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { writeSize } from '../../src/ui/file-size';
import { DamagedRecords } from './damaged-records';
import { useLongWork } from '../controls/use-long-work';
import { WorkProgress } from '../controls/work-progress';

type Outcome = { fileName: string; size: number; odd: DamagedRecord[] } | { problem: StorageErrorMessage };

/** Saves the whole database as one file. The user may leave out the stores that make it large. */
export function SaveBackup({ database }: { database: Database }) {
  const translate = useTranslate();
  const work = useLongWork();
  const [leaveOut, setLeaveOut] = useState<readonly LargeStore[]>([]);
  const [outcome, setOutcome] = useState<Outcome>();

  const save = async () => {
    setOutcome(undefined);
    try {
      const checked = await work.run((attended) => writeCheckedBackup(database, { ...attended, leaveOut }));
      if (checked === undefined) return;
      const { file, odd } = checked;
      const fileName = nameBackup(new Date());
      saveFile(file, fileName);
      await noteBackup(database);
      setOutcome({ fileName, size: file.size, odd });
    } catch (error) {
      setOutcome({ problem: messageForError(error) });
      void recordFailure('backup', error, database);
    }
  };
  const switchFor = (store: LargeStore, words: string) => (
    <Checkbox
      isChecked={!leaveOut.includes(store)}
      onChange={(isIn) =>
        setLeaveOut(isIn ? leaveOut.filter((other) => other !== store) : [...leaveOut, store])
      }
    >
      {words}
    </Checkbox>
  );

  return (
    <div class="act">
      <div class="act-switches">
        {switchFor('snapshots', translate('optionsWithTexts'))}
        {switchFor('pictures', translate('optionsWithPictures'))}
      </div>
      <div>
        <Button look="primary" isBusy={work.share !== undefined} onClick={() => void save()}>
          {translate('optionsSaveBackup')}
        </Button>
      </div>
      <WorkProgress work={work}>{translate('optionsSavingBackup')}</WorkProgress>
      <Status>{outcome && <OutcomeNotices outcome={outcome} />}</Status>
    </div>
  );
}

function OutcomeNotices({ outcome }: { outcome: Outcome }) {
  const translate = useTranslate();
  if ('problem' in outcome) return <Notice tone="danger">{translate(outcome.problem)}</Notice>;
  const { fileName, size, odd } = outcome;
  return (
    <>
      <Notice tone="success">
        {translate('optionsBackupHandedOver', fileName, writeSize(size, translate('languageOfStrings')))}
      </Notice>
      {odd.length > 0 && (
        <Notice tone="warning">
          <p>{translate('optionsOddRecords', odd.length)}</p>
          <DamagedRecords records={odd} count={odd.length} />
        </Notice>
      )}
    </>
  );
}

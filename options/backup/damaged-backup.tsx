import type { Damage } from '../../src/storage/backup/backup';
import { Button } from '../../src/ui/button';
import { Notice } from '../../src/ui/banner';
import { saveFile } from '../../src/ui/saved-file';
import { useTranslate } from '../../src/ui/translation-context';
import { DamagedRecords } from './damaged-records';

/** What is wrong with the chosen backup. Nothing is restored before the user has read this. */
export function DamagedBackup({ damage, fileName }: { damage: Damage; fileName: string }) {
  const translate = useTranslate();
  const { isCutOff, isChanged, good, bad, records, lines } = damage;
  return (
    <>
      <Notice tone="warning">
        {isCutOff && <p>{translate('optionsBackupIsCutOff')}</p>}
        {isChanged && <p>{translate('optionsBackupIsChanged')}</p>}
        <p>
          {[
            translate('optionsGoodRecords', good),
            translate('optionsBadRecords', bad),
            translate('optionsNothingChanged'),
          ].join(' ')}
        </p>
      </Notice>
      {bad > 0 && (
        <>
          <DamagedRecords records={records} count={bad} />
          <div class="act-buttons">
            <Button onClick={() => saveFile(lines, fileName.replace(/(\.jsonl)?$/u, '-damaged.txt'))}>
              {translate('optionsSaveDamaged')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

import type { Database } from '../../src/storage/database/database';
import { Notice } from '../../src/ui/banner';
import { useTranslate } from '../../src/ui/translation-context';
import { BackupFolder } from './backup-folder';
import { SettingsSection } from '../controls/settings-section';
import { RestoreBackup } from './restore-backup';
import { SaveBackup } from './save-backup';

/** Saves everything in one file, and restores it. Without a database, says what a backup is useful for then. */
export function BackupSection({ database }: { database: Database | undefined }) {
  const translate = useTranslate();
  return (
    <SettingsSection id="backup" introduction={translate('optionsBackupIntroduction')}>
      {database === undefined ? (
        <Notice>{translate('optionsBackupWithoutDatabase')}</Notice>
      ) : (
        <>
          <h3>{translate('optionsSaveEverything')}</h3>
          <SaveBackup database={database} />
          <h3>{translate('backupFolder')}</h3>
          <BackupFolder database={database} />
          <h3>{translate('optionsRestoreEverything')}</h3>
          <RestoreBackup database={database} />
        </>
      )}
    </SettingsSection>
  );
}

import { useState } from 'preact/hooks';
import { nameBackup } from '../../src/storage/backup/backup-name';
import { undoRestore, type Restored } from '../../src/storage/backup/restoring';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { messageForError } from '../../src/storage/database/storage-errors';
import { Button } from '../../src/ui/button';
import { Notice } from '../../src/ui/banner';
import { saveFile } from '../../src/ui/saved-file';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';

/** Says that a backup was restored, and offers Undo and a file with what was here before. */
export function RestoredNotice({ database, restored }: { database: Database; restored: Restored }) {
  const translate = useTranslate();
  const [words, setWords] = useState<MessageKey>('optionsRestored');

  const undo = async () => {
    try {
      const result = await undoRestore(database, restored);
      setWords(result === 'undone' ? 'optionsRestoreUndone' : 'optionsChangedSinceRestore');
    } catch (error) {
      setWords(messageForError(error));
      void recordFailure('restore', error, database);
    }
  };
  const savePrevious = () => saveFile(restored.previous, nameBackup(new Date()));

  if (words === 'optionsRestoreUndone') return <Notice tone="success">{translate(words)}</Notice>;
  return (
    <Notice
      tone={words === 'optionsRestored' ? 'success' : 'warning'}
      actions={
        <>
          <Button icon="undo" onClick={() => void undo()}>
            {translate('uiUndo')}
          </Button>
          <Button onClick={savePrevious}>{translate('optionsSaveFormer')}</Button>
        </>
      }
    >
      {translate(words)}
    </Notice>
  );
}

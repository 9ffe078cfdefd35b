import { useState } from 'preact/hooks';
import { undoRestore, writeContent } from '../src/storage/backup';
import type { Content } from '../src/storage/backup-content';
import type { Database } from '../src/storage/database';
import { messageForError } from '../src/storage/storage-errors';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/notice';
import { saveFile } from '../src/ui/saved-file';
import { useTranslate, type MessageKey } from '../src/ui/translation';
import { nameBackup } from './backup-name';

export interface Restored {
  content: Content;
  /** What was here before. */
  former: Content;
}

/** Says that a backup was restored, with Undo, and with what was here before as a file. */
export function RestoredNotice({ database, restored }: { database: Database; restored: Restored }) {
  const translate = useTranslate();
  const [words, setWords] = useState<MessageKey>('optionsRestored');
  const { former, content } = restored;

  const undo = async () => {
    try {
      const result = await undoRestore(database, former, content);
      setWords(result === 'undone' ? 'optionsRestoreUndone' : 'optionsChangedSinceRestore');
    } catch (error) {
      setWords(messageForError(error));
    }
  };
  const saveFormer = async () => saveFile(await writeContent(former), nameBackup(new Date()));

  if (words === 'optionsRestoreUndone') return <Notice tone="success">{translate(words)}</Notice>;
  return (
    <Notice
      tone={words === 'optionsRestored' ? 'success' : 'warning'}
      actions={
        <>
          <Button icon="undo" onClick={() => void undo()}>
            {translate('uiUndo')}
          </Button>
          <Button onClick={() => void saveFormer()}>{translate('optionsSaveFormer')}</Button>
        </>
      }
    >
      {translate(words)}
    </Notice>
  );
}

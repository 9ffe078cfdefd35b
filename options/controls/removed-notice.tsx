import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { Notice } from '../../src/ui/banner';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';

interface RemovedNoticeProps {
  /** The name of what was removed last. Absent: nothing was. */
  removed: string | undefined;
  onUndo: () => void;
}

/** Says what was removed and offers Undo, which gets the focus that the removed row had. */
export function RemovedNotice({ removed, onUndo }: RemovedNoticeProps) {
  const translate = useTranslate();
  const undoRef = useRef<HTMLButtonElement>(null);
  useEffect(() => undoRef.current?.focus(), [removed]);
  return (
    <Status>
      {removed !== undefined && (
        <Notice
          actions={
            <Button icon="undo" buttonRef={undoRef} onClick={onUndo}>
              {translate('uiUndo')}
            </Button>
          }
        >
          {translate('optionsRemoved', removed)}
        </Notice>
      )}
    </Status>
  );
}

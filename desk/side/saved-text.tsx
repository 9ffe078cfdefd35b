import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { LongMarkdown } from '../rendered/long-markdown';
import { useSnapshot } from '../state/use-snapshot';

/** The saved text of a clip's page, in case its link stops working. The dialog opens when it is drawn. */
export function SavedText({ clipId, name, onClose }: { clipId: string; name: string; onClose: () => void }) {
  const translate = useTranslate();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const page = useSnapshot(clipId);
  useEffect(() => dialogRef.current?.showModal(), []);
  return (
    <dialog
      ref={dialogRef}
      class="desk-dialog"
      onClose={onClose}
      aria-label={translate('deskSnapshotOf', name)}
    >
      <header>
        <h2 dir="auto">{name}</h2>
        <Button look="quiet" icon="close" isIconOnly onClick={() => dialogRef.current?.close()}>
          {translate('uiClose')}
        </Button>
      </header>
      <div class="snapshot-text" tabIndex={0} role="region" aria-label={translate('deskSnapshot')}>
        {page !== undefined &&
          (page.text === undefined ? (
            <p class="empty">{translate('deskNoSnapshot')}</p>
          ) : (
            <LongMarkdown text={page.text} end={page.isTextCut ? translate('deskSnapshotCut') : undefined} />
          ))}
      </div>
    </dialog>
  );
}

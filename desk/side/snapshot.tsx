import { useEffect, useRef, useState } from 'preact/hooks';
import { readSnapshot } from '../../src/storage/snapshots';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation';
import { Markdown } from '../rendered/markdown';
import { useDesk } from '../state/desk';

/** The saved text of a clip's page, for the day its link is dead. Opens as soon as it is drawn. */
export function Snapshot({ clipId, name, onClose }: { clipId: string; name: string; onClose: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const [read, setRead] = useState<{ text: string | undefined }>();
  useEffect(() => dialogRef.current?.showModal(), []);
  useEffect(() => {
    desk.run(async () => setRead({ text: await readSnapshot(desk.database, clipId) }));
  }, [desk, clipId]);
  return (
    <dialog ref={dialogRef} class="snapshot" onClose={onClose} aria-label={translate('deskSnapshotOf', name)}>
      <header>
        <h2 dir="auto">{name}</h2>
        <Button look="quiet" icon="close" isIconOnly onClick={() => dialogRef.current?.close()}>
          {translate('uiClose')}
        </Button>
      </header>
      <div class="snapshot-text" tabIndex={0} role="region" aria-label={translate('deskSnapshot')}>
        {read !== undefined &&
          (read.text === undefined ? (
            <p class="empty">{translate('deskNoSnapshot')}</p>
          ) : (
            <Markdown text={read.text} />
          ))}
      </div>
    </dialog>
  );
}

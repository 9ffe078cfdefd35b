import { useCallback, useEffect, useState } from 'preact/hooks';
import { onChange } from '../src/storage/database/changes';
import { forgetOrphaned, readOrphaned, type Orphaned } from '../src/storage/outbox/orphaned-clips';
import { DAYS_PURGES_ARE_KEPT } from '../src/sync/old-purges';
import { Notice } from '../src/ui/banner';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';
import { openBin } from './actions/bin-actions';
import { restoreFromBin } from './actions/clip-actions';
import { useDesk } from './state/desk';

/** Asks what becomes of the newsletter's clips that only this machine had after a long absence, until they leave the bin or stay there. */
export function OrphanedNotice() {
  const desk = useDesk();
  const translate = useTranslate();
  const { bin } = desk.content;
  const [orphaned, setOrphaned] = useState<Orphaned>();
  const read = useCallback(async () => setOrphaned(await readOrphaned(desk.database)), [desk]);
  useEffect(() => {
    desk.run(read);
    return onChange(({ clips = [] }) => clips.length > 0 && desk.run(read));
  }, [desk, read]);
  const clips = bin.filter(({ id, binnedAt }) => binnedAt !== undefined && orphaned?.get(id) === binnedAt);
  if (clips.length === 0) return null;
  const leave = () =>
    forgetOrphaned(
      desk.database,
      clips.map(({ id }) => id),
    );
  return (
    <Notice
      actions={
        <>
          <Button onClick={() => openBin(desk, true)}>{translate('deskOrphanedShow')}</Button>
          <Button icon="undo" onClick={() => desk.run(() => restoreFromBin(desk, clips))}>
            {translate('deskRestore')}
          </Button>
          <Button look="quiet" onClick={() => desk.run(leave)}>
            {translate('deskOrphanedLeave')}
          </Button>
        </>
      }
    >
      {translate('deskOrphaned', DAYS_PURGES_ARE_KEPT, clips.length)}
    </Notice>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../../src/storage/database/changes';
import { readSnapshot, type SnapshotContent } from '../../src/storage/snapshots';
import { useDesk } from './desk';

/**
 * What was saved of a clip's page, read again when it is saved again, because that happens after the clip is saved. `undefined`
 * until it has been read.
 */
export function useSnapshot(clipId: string): SnapshotContent | undefined {
  const desk = useDesk();
  const [kept, setKept] = useState<{ clipId: string; page: SnapshotContent }>();
  useEffect(() => {
    const read = () =>
      desk.run(async () => setKept({ clipId, page: await readSnapshot(desk.database, clipId) }));
    read();
    return onChange(({ snapshots, isRestored }) => {
      if (snapshots?.includes(clipId) === true || isRestored === true) read();
    });
  }, [desk, clipId]);
  return kept?.clipId === clipId ? kept.page : undefined;
}

import { useEffect, useState } from 'preact/hooks';
import { isInWorkspace } from '../src/storage/outbox/workspace';
import { useLatePart } from '../src/ui/late-part';
import { useDesk } from './state/desk';

/** Loaded only on a machine that has joined a workspace. */
const loadState = () => import('./sync-state-part');

/** Whether this machine is in sync with its hub. Empty on a machine that has joined no workspace. */
export function SyncLine() {
  const desk = useDesk();
  const [isJoined, setJoined] = useState(false);
  useEffect(() => desk.run(async () => setJoined(await isInWorkspace(desk.database))), [desk]);
  const late = useLatePart(isJoined, loadState);
  return late ? <late.SyncStatePart /> : null;
}

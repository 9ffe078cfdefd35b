import { postSync, watchSync } from '../src/sync/sync-state';
import { SyncStateLine } from '../src/ui/sync-state-line';
import './sync-state-part.css';

/** Below the outline, where it can always be seen. Screen readers do not announce it, since it changes with each save. */
export function SyncStatePart() {
  return (
    <div class="outline-sync">
      <SyncStateLine watch={watchSync} onRetry={() => postSync('retry')} />
    </div>
  );
}

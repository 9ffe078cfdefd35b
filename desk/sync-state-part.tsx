import { postSync, watchSync } from '../src/sync/sync-state';
import { Status } from '../src/ui/status';
import { SyncStateLine } from '../src/ui/sync-state-line';
import { OrphanedNotice } from './orphaned-notice';
import './sync-state-part.css';

/**
 * Below the outline, where it can always be seen. Screen readers announce the question, but not the state, since that changes with each
 * save.
 */
export function SyncStatePart() {
  return (
    <div class="outline-sync">
      <Status>
        <OrphanedNotice />
      </Status>
      <SyncStateLine watch={watchSync} onRetry={() => postSync('retry')} />
    </div>
  );
}

import { withDatabase } from '../storage/database/database';
import { recordFailure } from '../storage/database/error-log';
import { isInWorkspace } from '../storage/outbox/workspace';

/**
 * Sends what was clipped to the hub, if this machine is in a workspace. Only Firefox's background can start a worker; in Chromium, the next
 * page that is opened sends it: a desk, the options, or the popup.
 */
export async function sendToHub(): Promise<void> {
  if (typeof Worker === 'undefined') return;
  try {
    if (!(await withDatabase(isInWorkspace))) return;
    await (await import('../sync/worker-tasks')).exchangeOnce();
  } catch (error) {
    void recordFailure('worker', error);
  }
}

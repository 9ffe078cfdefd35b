import { fallback, openDatabase } from '../storage/database/database';
import { enterReplacement } from '../storage/database/replacement-database';
import { recordFailure, recordUncaught } from '../storage/database/error-log';
import { copySaves } from '../storage/journal/kept-saves';
import { HubError } from './hub';
import { JoinError, joinWorkspace, inspectHub } from './joining';
import { keepConnected } from './kept-connection';
import type { WorkerAnswer, WorkerTask } from './worker-messages';

/* Documents may not connect to anything; this worker, which an open page starts, may. */

fallback.enter = enterReplacement;
recordUncaught('worker');
copySaves((error) => {
  if (error !== undefined) void recordFailure('backup', error);
});

addEventListener('message', ({ data }: MessageEvent<WorkerTask>) => {
  void perform(data).then((answer) => {
    postMessage(answer);
    close();
  });
});

/** Only our own pages can send tasks. */
async function perform(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    if (task.kind === 'look') return { found: await inspectHub(task.hub) };
    const database = await openDatabase({ onClosed: () => close() });
    if (task.kind === 'join') await joinWorkspace(database, task.hub, task);
    else await keepConnected(database, { isOnce: task.kind === 'exchange-once' });
    database.close();
    return {};
  } catch (error) {
    if (error instanceof HubError || error instanceof JoinError) return { problem: error.problem };
    await recordFailure('worker', error);
    return { problem: 'storage' };
  }
}

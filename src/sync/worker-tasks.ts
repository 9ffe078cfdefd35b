import workerFile from './sync-worker?worker&url';
import type { WorkerAnswer, WorkerTask } from './worker-messages';

/** Whoever has it exchanges the records of this database with the hub. */
const LOCK = 'clipsheet-sync';

/** The types of the standard library know no Trusted Types: https://www.w3.org/TR/trusted-types/. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string };
}

/** Lets a page start this worker, and no other. */
const POLICY = (globalThis as unknown as { trustedTypes: TrustedTypes }).trustedTypes.createPolicy(
  'clipsheet-worker',
  {
    createScriptURL: (address) => {
      if (address !== workerFile) throw new TypeError('This is not the worker');
      return address;
    },
  },
);

/** Runs one task in a worker, which ends with it or with this page. */
export function runInWorker(task: WorkerTask): Promise<WorkerAnswer> {
  const worker = new Worker(POLICY.createScriptURL(workerFile), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(task);
  });
}

/**
 * Exchanges records while this page is open, as soon as no other page does. Resolves when the machine has left its workspace.
 */
export async function keepInSync(): Promise<void> {
  await navigator.locks.request(LOCK, () => runInWorker({ kind: 'stay-connected' }));
}

/** Exchanges records once, unless a page does so anyway. */
export async function exchangeOnce(): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : runInWorker({ kind: 'exchange-once' }),
  );
}

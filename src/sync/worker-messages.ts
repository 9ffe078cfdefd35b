import type { HubAccess } from './codes';
import type { JoinProblem } from './joining';

/** What a page asks of a worker of its own. */
export type WorkerTask =
  | { kind: 'look'; hub: HubAccess }
  | { kind: 'join'; hub: HubAccess; material: Uint8Array<ArrayBuffer>; isFirst: boolean }
  | { kind: 'stay-connected' }
  /** Ends when all is exchanged, or the hub is not reached. */
  | { kind: 'exchange-once' };

export interface WorkerAnswer {
  found?: 'new' | 'has-key';
  problem?: JoinProblem | 'storage';
}

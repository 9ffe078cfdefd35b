import type { Kind } from './subjects';

/** A value of a hub and its revision there. */
export interface HubValue {
  value: Uint8Array<ArrayBuffer>;
  revision: number;
}

/** A change at the hub, of this machine or another. A change without a value is a deletion. */
export interface HubChange {
  subject: string;
  revision: number;
  value?: Uint8Array<ArrayBuffer>;
  /** How many changes are known to come after this one. */
  pending: number;
}

/** What a machine can do at a hub. Each function throws HubError. */
export interface Hub {
  get: (subject: string) => Promise<HubValue | undefined>;
  /** Writes if the subject has this revision, 0 for none. Returns the new one. Throws a HubError `changed` otherwise. */
  putIfUnchanged: (subject: string, value: Uint8Array<ArrayBuffer>, revision: number) => Promise<number>;
  deleteIfUnchanged: (subject: string, revision: number) => Promise<void>;
  /**
   * The last change of each subject after this revision, in order, then each later one as it comes. Ends when the connection does or the
   * signal is aborted. The first batch is empty if nothing waits. A machine has one feed at a time.
   */
  feedSince: (revision: number, signal: AbortSignal, kinds?: readonly Kind[]) => AsyncIterable<HubChange[]>;
  /** Large values, which are not in the feed. */
  blob: {
    put: (id: string, value: Uint8Array<ArrayBuffer>) => Promise<void>;
    get: (id: string, size: number) => Promise<Uint8Array<ArrayBuffer> | undefined>;
    remove: (id: string, size: number) => Promise<void>;
  };
  /** Resolves when the connection has ended, for any reason. */
  closed: Promise<void>;
  close: () => Promise<void>;
}

export type HubProblem =
  /** Nobody answers at the address, or the connection was lost. */
  | 'unreachable'
  /** The hub does not know this machine, or no longer. */
  | 'removed'
  /** The hub allows this machine less than it needs. */
  | 'forbidden'
  /** The hub has no storage for a workspace. */
  | 'no-workspace'
  /** The subject has another revision. */
  | 'changed'
  /** The hub accepts no more, or nothing as large. */
  | 'full'
  /** What the hub sends does not arrive in time. */
  | 'slow'
  /** Another connection has taken this machine's place in the feed: a copy of the profile is open elsewhere. */
  | 'elsewhere';

export class HubError extends Error {
  override readonly name = 'HubError';
  constructor(
    readonly problem: HubProblem,
    options?: ErrorOptions,
  ) {
    super(`The hub: ${problem}`, options);
  }
}

export function isChanged(error: unknown): boolean {
  return error instanceof HubError && error.problem === 'changed';
}

import type { Database } from '../storage/database/schema';
import { recordFailure } from '../storage/database/error-log';
import { countOutgoing } from '../storage/outbox/outbox';
import { readWorkspace } from '../storage/outbox/workspace';
import { exchange, type Progress } from './exchange';
import { HubError } from './hub';
import { connectHub } from './jetstream-hub';
import { onSync, postSync, type SyncProblem, type SyncState } from './sync-state';

/** Between two attempts to connect, in milliseconds. */
const [FIRST_WAIT, LONGEST_WAIT] = [500, 60_000];
/** How often in a row this connection takes its place back from a copy of this profile, and how long it then lets it be. */
const [MOST_TAKEN, LET_BE] = [3, 10 * 60_000];

/**
 * Keeps this machine connected to its hub, and tells the pages how far the exchange is. A lost connection is opened again, after a
 * pause that grows with each failure. Ends when the machine leaves its workspace, or with `isOnce` as soon as everything is
 * exchanged or the connection is lost.
 */
export async function keepConnected(database: Database, { isOnce = false } = {}): Promise<void> {
  const connection = new KeptConnection(database, isOnce);
  const stop = onSync((message) => {
    if (message === 'ask') connection.tell();
    if (message === 'retry') connection.retry();
    if (message === 'rekeyed') connection.startAgain();
    if (message === 'leave') connection.leave();
  });
  const retry = () => connection.retry();
  addEventListener('online', retry);
  try {
    await connection.run();
  } finally {
    stop();
    removeEventListener('online', retry);
  }
}

class KeptConnection {
  private state: SyncState = { state: 'connecting', waiting: 0 };
  private readonly left = new AbortController();
  private current: AbortController | undefined;
  private wait = FIRST_WAIT;
  private connectedAt = 0;
  /** How often another connection has taken the place of this one, each time soon after it was made. */
  private taken = 0;
  private stopWaiting: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly isOnce: boolean,
  ) {}

  tell(): void {
    postSync({ state: this.state });
  }

  retry(): void {
    this.wait = FIRST_WAIT;
    this.taken = 0;
    this.stopWaiting();
  }

  /** This machine has a new key. */
  startAgain(): void {
    this.current?.abort();
    this.retry();
  }

  leave(): void {
    this.left.abort();
    this.stopWaiting();
  }

  async run(): Promise<void> {
    while (!this.left.signal.aborted) {
      const workspace = await readWorkspace(this.database);
      if (workspace === undefined) return;
      if (this.state.since === undefined) this.set({ ...this.state, state: 'connecting' });
      try {
        await this.connect(workspace.hub);
      } catch (error) {
        await this.noteFailure(error);
      }
      if (this.isOnce) return;
      await this.pause();
    }
  }

  private async connect(access: Parameters<typeof connectHub>[0]): Promise<void> {
    const hub = await connectHub(access);
    try {
      this.wait = FIRST_WAIT;
      this.connectedAt = Date.now();
      this.current = new AbortController();
      const signal = AbortSignal.any([this.left.signal, this.current.signal]);
      const end = await exchange(this.database, hub, (progress) => this.showProgress(progress), signal);
      if (end === 'ended' && !signal.aborted) await this.noteFailure(new HubError('unreachable'));
    } finally {
      await hub.close();
    }
  }

  private showProgress({ isInSync, waiting, refused, lacksKey }: Progress): void {
    // What this machine is about to replace with its own is no problem.
    const standing = refused.filter((each) => isInSync || each.mayOpenLater || each.isForgedAgain);
    const problem = lacksKey ? 'no-key' : problemOf(standing);
    const unread = standing.map(({ subject }) => subject);
    this.set({
      state: isInSync ? 'in-sync' : 'exchanging',
      waiting,
      ...(problem && { problem }),
      ...(unread.length > 0 && { unread }),
    });
    if (this.isOnce && (isInSync || lacksKey)) this.leave();
  }

  private async noteFailure(error: unknown): Promise<void> {
    const problem = this.nameProblem(error instanceof HubError ? error.problem : 'storage');
    if (!(error instanceof HubError)) await recordFailure('worker', error, this.database);
    const state = problem === 'unreachable' || problem === 'slow' ? 'offline' : 'refused';
    const waiting = await countOutgoing(this.database);
    this.set({ state, problem, waiting, since: this.state.since ?? Date.now() });
  }

  /** If somebody else is this machine, it takes its place back a few times, since that may be its own former connection. */
  private nameProblem(problem: SyncProblem): SyncProblem {
    if (problem !== 'elsewhere' && problem !== 'changed') return problem;
    this.taken = Date.now() - this.connectedAt > LONGEST_WAIT ? 1 : this.taken + 1;
    if (this.taken < MOST_TAKEN) return 'unreachable';
    this.wait = LET_BE;
    return 'elsewhere';
  }

  private set(state: SyncState): void {
    this.state = state;
    this.tell();
  }

  private async pause(): Promise<void> {
    if (this.left.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.wait);
      this.stopWaiting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}

function problemOf(refused: Progress['refused']): SyncProblem | undefined {
  if (refused.some(({ isForgedAgain }) => isForgedAgain)) return 'forged';
  return refused.length > 0 ? 'values' : undefined;
}

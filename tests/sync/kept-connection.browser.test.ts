import { expect, it, onTestFinished, vi } from 'vitest';
import { changeWorkspace } from '../../src/storage/outbox/workspace';
import { HubError, type HubProblem } from '../../src/sync/hub';
import { keepConnected } from '../../src/sync/kept-connection';
import { onSync, postSync, type SyncState } from '../../src/sync/sync-state';
import { openFreshDatabase } from '../storage/fresh-database';
import { newWorkspace } from './joined-workspace';
import { MemoryHub } from './memory-hub';

const hub = vi.hoisted(() => ({ connect: (): Promise<unknown> => Promise.reject(new Error('Not set')) }));
vi.mock('../../src/sync/jetstream-hub', () => ({ connectHub: () => hub.connect() }));

/** A machine whose feed ends with this problem each time. */
async function connectUntil(problem: HubProblem) {
  const memory = new MemoryHub();
  const found = { connections: 0, states: [] as SyncState[] };
  hub.connect = () => {
    found.connections += 1;
    const connection = memory.connect();
    const feedSince = () => {
      throw new HubError(problem);
    };
    return Promise.resolve({ ...connection, feedSince });
  };
  const database = await openFreshDatabase();
  const workspace = await newWorkspace();
  await changeWorkspace(database, () => workspace);
  onTestFinished(
    onSync((message) => {
      if (typeof message === 'object') found.states.push(message.state);
    }),
  );
  const ended = keepConnected(database);
  onTestFinished(async () => {
    postSync('leave');
    await ended;
  });
  return found;
}

it.each(['elsewhere', 'changed'] as const)(
  'a machine that somebody else is, too (%s), gives way soon and says why, until the user tries again',
  async (problem) => {
    const found = await connectUntil(problem);
    await expect
      .poll(() => found.states.at(-1), { timeout: 5_000 })
      .toMatchObject({ state: 'refused', problem: 'elsewhere' });
    expect(found.connections).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(found.connections).toBe(3);
    postSync('retry');
    await expect.poll(() => found.connections).toBeGreaterThan(3);
  },
);

it('a slow connection is called slow', async () => {
  const found = await connectUntil('slow');
  await expect.poll(() => found.states.at(-1)).toMatchObject({ state: 'offline', problem: 'slow' });
});

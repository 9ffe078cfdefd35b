import { expect, it, onTestFinished, vi } from 'vitest';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { changeWorkspace } from '../../src/storage/outbox/workspace';
import { saveClip } from '../../src/storage/saved-clip';
import { HubError, type HubProblem } from '../../src/sync/hub';
import { keepConnected } from '../../src/sync/kept-connection';
import { onSync, postSync, type SyncState } from '../../src/sync/sync-state';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { newWorkspace } from './joined-workspace';
import { MemoryHub } from './memory-hub';

const hub = vi.hoisted(() => ({ connect: (): Promise<unknown> => Promise.reject(new Error('Not set')) }));
vi.mock('../../src/sync/jetstream-hub', () => ({ connectHub: () => hub.connect() }));

/** A machine whose feed ends with this problem each time. */
async function connectUntil(problem: HubProblem) {
  const memory = new MemoryHub();
  const found = { connections: 0 };
  hub.connect = () => {
    found.connections += 1;
    const connection = memory.connect();
    const feedSince = () => {
      throw new HubError(problem);
    };
    return Promise.resolve({ ...connection, feedSince });
  };
  return Object.assign(found, await stayConnected());
}

/** A machine that is connected until the test ends, and what it has said of itself. */
async function stayConnected() {
  const database = await openFreshDatabase();
  const workspace = await newWorkspace();
  await changeWorkspace(database, () => workspace);
  const states: SyncState[] = [];
  onTestFinished(
    onSync((message) => {
      if (typeof message === 'object') states.push(message.state);
    }),
  );
  const ended = keepConnected(database);
  onTestFinished(async () => {
    postSync('leave');
    await ended;
  });
  return { database, states };
}

/** A machine in sync with a hub that has its clip at the subject. */
async function inSyncWithOneClip() {
  const memory = new MemoryHub();
  hub.connect = () => Promise.resolve(memory.connect());
  const { database, states } = await stayConnected();
  copySaves(() => undefined);
  const { clip } = await saveClip(database, { content: article });
  const subject = `clips.${clip.id}`;
  const valueThere = () => memory.values().find((each) => each.subject === subject)?.value;
  await vi.waitFor(() => expect(valueThere()).toBeDefined());
  await expect.poll(() => states.at(-1)).toMatchObject({ state: 'in-sync' });
  const junk = new Uint8Array(600);
  return { memory, states, subject, valueThere, junk };
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

it('a value that this machine replaces with its own is not called one that cannot be read', async () => {
  const { memory, states, subject, valueThere, junk } = await inSyncWithOneClip();
  memory.forge(subject, junk);
  await vi.waitFor(() => expect(valueThere()).not.toStrictEqual(junk));
  await expect.poll(() => states.at(-1)).toMatchObject({ state: 'in-sync', waiting: 0 });
  expect(states.filter(({ problem, unread }) => problem ?? unread)).toStrictEqual([]);
});

it('a value that this machine has nothing to replace with is named', async () => {
  const { memory, states, junk } = await inSyncWithOneClip();
  memory.forge('clips.new', junk);
  await expect
    .poll(() => states.at(-1))
    .toMatchObject({ state: 'in-sync', problem: 'values', unread: ['clips.new'] });
});

import { expect, onTestFinished, vi } from 'vitest';
import type { Database } from '../../src/storage/database/database';
import { changeWorkspace } from '../../src/storage/outbox/workspace';
import { exchange, type Progress } from '../../src/sync/exchange';
import { newKeyMaterial } from '../../src/sync/workspace-key';
import { openFreshDatabase } from '../storage/fresh-database';
import { newWorkspace } from './joined-workspace';
import { MemoryHub } from './memory-hub';

/** A machine of a workspace, on a database of its own. */
export class Machine {
  progress: Progress | undefined;
  /** All that it has reported. */
  readonly history: Progress[] = [];
  private stop: AbortController | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly database: Database,
    private readonly hub: MemoryHub,
  ) {}

  static async join(hub: MemoryHub, name: string, material: Uint8Array<ArrayBuffer>): Promise<Machine> {
    const database = await openFreshDatabase();
    const workspace = await newWorkspace(material, name);
    await changeWorkspace(database, () => workspace);
    const machine = new Machine(database, hub);
    onTestFinished(() => machine.disconnect());
    return machine;
  }

  connect(): void {
    this.progress = undefined;
    this.stop = new AbortController();
    this.running = this.run(this.stop.signal);
    this.running.catch(() => undefined);
  }

  private async run(signal: AbortSignal): Promise<void> {
    const onProgress = (progress: Progress) => {
      this.progress = progress;
      this.history.push(progress);
    };
    while ((await exchange(this.database, this.hub.connect(), onProgress, signal)) === 'rekeyed');
  }

  async disconnect(): Promise<void> {
    this.stop?.abort();
    await this.running.catch(() => undefined);
  }

  /** Waits until all of both is exchanged. */
  async settle(): Promise<void> {
    await vi.waitFor(() => expect(this.progress).toMatchObject({ isInSync: true, waiting: 0 }), 5_000);
  }

  async contents() {
    const clips = (await this.database.getAll('clips')).map(({ changedAt, revision, ...clip }) => clip);
    const issues = (await this.database.getAll('issues')).map(({ changedAt, revision, ...issue }) => issue);
    return { clips, issues, preferences: await this.database.getAll('preferences') };
  }
}

export const lacksKey = (progress: Progress | undefined) => progress?.lacksKey === true;

/** Waits until all machines have exchanged everything, and have the same records. */
export async function settle(...machines: Machine[]): Promise<void> {
  await vi.waitFor(async () => {
    for (const machine of machines) await machine.settle();
    const [first, ...others] = await Promise.all(machines.map((machine) => machine.contents()));
    for (const other of others) expect(other).toStrictEqual(first);
  }, 10_000);
}

export async function twoMachines(hub = new MemoryHub()) {
  const material = newKeyMaterial();
  const laptop = await Machine.join(hub, 'laptop', material);
  const desktop = await Machine.join(hub, 'desktop', material);
  return { hub, laptop, desktop };
}

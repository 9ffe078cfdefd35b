/** What can happen to a hub besides being killed. */
import { jetstream } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connectLocally } from '../hub/administration.ts';
import { RECORD_BUCKET } from '../../src/sync/codes.ts';
import { TEST_WORKSPACE, type TestHub } from '../hub/server.ts';

export const DISASTERS = ['keep-copy', 'restore-copy', 'lose-disk', 'drop-pieces'] as const;
export type Disaster = (typeof DISASTERS)[number];

export class HubDisasters {
  private putBack: (() => void) | undefined;

  constructor(private readonly hub: TestHub) {}

  async strike(disaster: Disaster): Promise<void> {
    const { hub } = this;
    switch (disaster) {
      case 'keep-copy':
        await hub.kill();
        this.putBack = hub.keepCopy();
        break;
      case 'restore-copy':
        await hub.kill();
        this.putBack?.();
        break;
      case 'lose-disk':
        await hub.wipe();
        break;
      case 'drop-pieces':
        await this.dropPieces();
    }
    await hub.restart();
  }

  /** Deletes the pieces of which large values consist. */
  private async dropPieces(): Promise<void> {
    const { settings } = this.hub;
    const connection = await connectLocally(
      settings,
      settings.workspaces[TEST_WORKSPACE]?.administrator ?? '',
    );
    try {
      const bucket = await new Kvm(jetstream(connection)).open(RECORD_BUCKET);
      for await (const key of await bucket.keys('blobs.>')) await bucket.delete(key);
    } finally {
      await connection.close();
    }
  }
}

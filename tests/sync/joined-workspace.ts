import { idOfKey, newKeyMaterial, newMachineKeys } from '../../src/sync/workspace-key';
import type { Workspace } from '../../src/storage/outbox/workspace';

/** What a machine that has joined a workspace keeps; its hub does not exist. */
export async function newWorkspace(material = newKeyMaterial(), machine = 'laptop'): Promise<Workspace> {
  return {
    hub: { address: 'ws://127.0.0.1:1', workspace: 'mine', machine, seed: `SU${'A'.repeat(56)}` },
    keys: [{ id: await idOfKey(material), material }],
    machines: new Map(),
    machineKeys: await newMachineKeys(),
    joinedAt: '2026-11-30T09:00:00.000Z',
  };
}

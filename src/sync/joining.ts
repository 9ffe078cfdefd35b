import type { Database } from '../storage/database/schema';
import { changeWorkspace, type Workspace } from '../storage/outbox/workspace';
import type { HubAccess } from './codes';
import { HubError, type Hub, type HubProblem } from './hub';
import { connectHub } from './jetstream-hub';
import { Keyring } from './keyring';
import { SealedValueError } from './sealed-value';
import { subjectOf } from './subjects';
import { idOfKey, newMachineKeys } from './workspace-key';

/** The first machine writes it, by the key that it has made: so nobody makes a second one, and a key can be tried. */
const KEY_CHECK = subjectOf('keys', 'check');

export type JoinProblem =
  | HubProblem
  /** The hub has a workspace of another key. */
  | 'wrong-key'
  /** Another machine has made the key meanwhile. */
  | 'taken';

/** Whether a workspace with a key is there. Throws HubError. */
export async function lookAtHub(access: HubAccess, connect = connectHub): Promise<'new' | 'has-key'> {
  const hub = await connect(access);
  try {
    return (await hub.get(KEY_CHECK)) === undefined ? 'new' : 'has-key';
  } finally {
    await hub.close();
  }
}

interface Joining {
  /** The key of the workspace. */
  material: Uint8Array<ArrayBuffer>;
  /** This machine has made the key. */
  isFirst: boolean;
  connect?: typeof connectHub;
}

/** Throws HubError or JoinError. From then on, each save of this database is sent. */
export async function joinWorkspace(
  database: Database,
  access: HubAccess,
  { material, isFirst, connect = connectHub }: Joining,
): Promise<void> {
  const workspace: Workspace = {
    hub: access,
    keys: [{ id: await idOfKey(material), material }],
    machineKeys: await newMachineKeys(),
    joinedAt: new Date().toISOString(),
  };
  const hub = await connect(access);
  try {
    const keyring = await Keyring.open(workspace, hub);
    if (isFirst) await makeCheck(hub, keyring);
    else await tryKey(hub, keyring);
  } finally {
    await hub.close();
  }
  await changeWorkspace(database, () => workspace);
}

export class JoinError extends Error {
  override readonly name = 'JoinError';
  constructor(readonly problem: 'wrong-key' | 'taken') {
    super(`This machine cannot join: ${problem}`);
  }
}

async function makeCheck(hub: Hub, keyring: Keyring): Promise<void> {
  const value = await keyring.seal(new TextEncoder().encode('{}'), KEY_CHECK);
  try {
    await hub.putIfUnchanged(KEY_CHECK, value, 0);
  } catch (error) {
    if (error instanceof HubError && error.problem === 'changed') throw new JoinError('taken');
    throw error;
  }
}

async function tryKey(hub: Hub, keyring: Keyring): Promise<void> {
  const check = await hub.get(KEY_CHECK);
  if (check === undefined) return makeCheck(hub, keyring); // the hub was emptied; the machines fill it again
  try {
    await keyring.open(check.value, KEY_CHECK);
  } catch (error) {
    if (!(error instanceof SealedValueError)) throw error;
    // Who has made it may have left: it was opened with the key, and that is all that matters.
    if (error.problem === 'unknown-machine' || error.problem === 'not-signed') return;
    throw new JoinError('wrong-key');
  }
}

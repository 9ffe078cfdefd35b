import type { Database } from '../storage/database/schema';
import { removeFirstStyle } from '../storage/first-style';
import { changeWorkspace, type Workspace } from '../storage/outbox/workspace';
import type { HubAccess } from './codes';
import { HubError, type Hub, type HubProblem } from './hub';
import { connectHub } from './jetstream-hub';
import { KEY_CHECK, printKeyCheck, readKeyCheck } from './key-check';
import { Keyring } from './keyring';
import { SealedValueError } from './sealed-value';
import { idOfKey, newMachineKeys } from './workspace-key';

export type JoinProblem =
  | HubProblem
  /** The hub has a workspace of another key. */
  | 'wrong-key'
  /** Another machine has made the key meanwhile. */
  | 'taken';

/** Whether a workspace with a key is there. Throws HubError. */
export async function inspectHub(access: HubAccess, connect = connectHub): Promise<'new' | 'has-key'> {
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
  const key = { id: await idOfKey(material), material };
  const workspace: Workspace = {
    hub: access,
    keys: [key],
    machines: new Map(),
    machineKeys: await newMachineKeys(),
    joinedAt: new Date().toISOString(),
  };
  const hub = await connect(access);
  let generation = 0;
  try {
    const keyring = await Keyring.open(workspace, hub);
    if (isFirst) await makeCheck(hub, keyring);
    else generation = await tryKey(hub, keyring);
  } finally {
    await hub.close();
  }
  if (!isFirst) await removeFirstStyle(database);
  await changeWorkspace(database, () => ({ ...workspace, keys: [{ ...key, generation }] }));
}

export class JoinError extends Error {
  override readonly name = 'JoinError';
  constructor(readonly problem: 'wrong-key' | 'taken') {
    super(`This machine cannot join: ${problem}`);
  }
}

async function makeCheck(hub: Hub, keyring: Keyring): Promise<void> {
  const value = await keyring.seal(printKeyCheck(keyring), KEY_CHECK);
  try {
    await hub.putIfUnchanged(KEY_CHECK, value, 0);
  } catch (error) {
    if (error instanceof HubError && error.problem === 'changed') throw new JoinError('taken');
    throw error;
  }
}

/** Returns how often the key has been replaced. */
async function tryKey(hub: Hub, keyring: Keyring): Promise<number> {
  const check = await hub.get(KEY_CHECK);
  if (check === undefined) {
    await makeCheck(hub, keyring); // the hub was emptied; the machines fill it again
    return 0;
  }
  try {
    return readKeyCheck((await keyring.open(check.value, KEY_CHECK)).body).generation;
  } catch (error) {
    if (!(error instanceof SealedValueError)) throw error;
    // Who has made it may have left: it was opened with the key, and that is all that matters.
    if (error.problem === 'unknown-machine' || error.problem === 'not-signed') return 0;
    throw new JoinError('wrong-key');
  }
}

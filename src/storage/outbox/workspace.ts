import type { Writing } from '../database/durable-write';
import type { Database, LocalState } from '../database/schema';

/**
 * How far this machine and the hub have exchanged records. Revisions mean something in one life of a hub only: one that was emptied, or
 * restored from a copy, does not have the nonce, or has it at another revision.
 */
export interface ExchangePlace {
  /** What this machine has written to the hub, and the revision that it has there. */
  nonce: string;
  written: number;
  /** All changes up to this revision, which is not after `written`, were applied here. */
  applied: number;
}

/** A key of a workspace. */
export interface StoredKey {
  id: string;
  material: Uint8Array<ArrayBuffer>;
  /** How often the key had been replaced when this one was made. Absent: 0. */
  generation?: number;
}

/** What another machine has said of itself, in base64url. */
export interface KnownMachine {
  /** Ed25519, the current key first. */
  signing: readonly string[];
  /** ECDH P-256. */
  receiving: string;
  /** The id of the workspace key with which it said so. It has this key. */
  keyId: string;
  /** The latest version of a sealed value that it may write. Absent: 1. */
  version?: number;
}

/** The workspace that this machine has joined. No backup contains it. */
export interface Workspace {
  /** Where the hub is, and this machine's credentials there. */
  hub: { address: string; workspace: string; machine: string; seed: string };
  /** The keys of the workspace, the current one first. Each is needed as long as the hub has values of it. */
  keys: readonly StoredKey[];
  /** This machine's own keys, which cannot be read. */
  machineKeys: { signing: CryptoKeyPair; receiving: CryptoKeyPair };
  /** The other machines by name. Only these get a new key. Absent in a workspace that was joined by an earlier build. */
  machines?: ReadonlyMap<string, KnownMachine>;
  /** The names of machines that were removed. Nothing that they sign is accepted. */
  removed?: readonly string[];
  /** The key was replaced, and the others have yet to get it. */
  isKeyNew?: true;
  /** How far records are exchanged. Absent: everything must be. */
  place?: ExchangePlace;
  joinedAt: string;
  /** When everything was exchanged last. Instants in UTC. */
  inSyncAt?: string;
  /**
   * The clips that only this machine had when it came back after a long absence, by id, and when it put them into the bin. Those that
   * are there still await a decision of the user.
   */
  orphaned?: ReadonlyMap<string, string>;
}

// The schema has one record for this store; this is another one.
const KEY = 'workspace' as 'upkeep';

interface Upkeep {
  getKey: (key: typeof KEY) => Promise<unknown>;
}

/** `undefined` on a machine that has joined none. */
export async function readWorkspace(database: Database): Promise<Workspace | undefined> {
  return (await database.get('upkeep', KEY)) as unknown as Workspace | undefined;
}

/** The same without reading it. */
export async function isInWorkspace(database: Database): Promise<boolean> {
  return hasWorkspace({ getKey: (key) => database.getKey('upkeep', key) });
}

/** For use within a transaction. */
export async function hasWorkspace(upkeep: Upkeep): Promise<boolean> {
  return (await upkeep.getKey(KEY)) !== undefined;
}

/** Writes what `change` returns for the current state; `undefined`: this machine is in no workspace any more. */
export async function changeWorkspace(
  database: Database,
  change: (workspace: Workspace | undefined) => Workspace | undefined,
): Promise<Workspace | undefined> {
  const transaction = database.transaction(['upkeep', 'outbox', 'purged'], 'readwrite', {
    durability: 'strict',
  });
  const store = transaction.objectStore('upkeep');
  const workspace = change((await store.get(KEY)) as unknown as Workspace | undefined);
  if (workspace === undefined) {
    const cleared = [transaction.objectStore('outbox').clear(), transaction.objectStore('purged').clear()];
    await Promise.all([store.delete(KEY), ...cleared, transaction.done]);
  } else {
    await Promise.all([store.put(workspace as unknown as LocalState, KEY), transaction.done]);
  }
  return workspace;
}

/** The same for use within a transaction, which does nothing on a machine that has joined none. */
export async function changeWorkspaceIn(
  transaction: Pick<Writing<'upkeep'>, 'objectStore'>,
  change: (workspace: Workspace) => Workspace,
): Promise<void> {
  const store = transaction.objectStore('upkeep');
  const workspace = (await store.get(KEY)) as unknown as Workspace | undefined;
  if (workspace !== undefined) await store.put(change(workspace) as unknown as LocalState, KEY);
}

/** Records that the hub may lack what this database has, because a copy of it was restored. */
export async function forgetPlace(database: Database): Promise<void> {
  if (!(await isInWorkspace(database))) return;
  await changeWorkspace(database, (workspace) => {
    if (workspace === undefined) return undefined;
    const { place, ...rest } = workspace;
    return rest;
  });
}

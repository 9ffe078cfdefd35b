import type { Database } from '../storage/database/schema';
import { queueAll } from '../storage/outbox/outbox';
import { changeWorkspace, type StoredKey } from '../storage/outbox/workspace';
import { isChanged } from './hub';
import { generationOf, mergeKeys } from './key-delivery';
import { KEY_CHECK, keysAfter, printKeyCheck } from './key-check';
import { writeKeyCheck } from './named-keys';
import { SealedValueError } from './sealed-value';
import type { Session } from './session';
import { subjectOf } from './subjects';
import { idOfKey, newKeyMaterial } from './workspace-key';

/** How often a value is written again that somebody else has changed meanwhile. */
const MOST_ATTEMPTS = 20;

/**
 * Gives this machine a new key of the workspace. From now on it encrypts with that key, and does not accept what `removed` signs. The next
 * exchange brings the key to the other machines.
 */
export async function replaceKey(database: Database, removed?: string): Promise<void> {
  const material = newKeyMaterial();
  const id = await idOfKey(material);
  await changeWorkspace(database, (workspace) => {
    if (workspace === undefined) return undefined;
    const generation = Math.max(...workspace.keys.map(generationOf)) + 1;
    return {
      ...workspace,
      keys: mergeKeys(workspace.keys, [{ id, material, generation }]),
      removed: union(workspace.removed, removed === undefined ? [] : [removed]),
      isKeyNew: true,
    };
  });
}

/**
 * Brings the keys of this machine to each other one that was not removed, and puts all records into the outbox, so that the hub gets them
 * encrypted with the new key. Starts again from the beginning if it was interrupted.
 */
export async function deliverKeys(session: Session): Promise<void> {
  const { database, keyring } = session;
  await nameKeys(session);
  for (const [name, machine] of keyring.recipients())
    await writeAnyway(session, subjectOf('keys', name), () => keyring.sealDelivery(name, machine));
  // Last: whoever finds it sealed with a key that it does not have gets none.
  await writeAnyway(session, KEY_CHECK, () => keyring.seal(printKeyCheck(keyring), KEY_CHECK));
  await queueAll(database);
  await changeWorkspace(database, (workspace) => {
    if (workspace?.keys[0]?.id !== keyring.keyId) return workspace; // it was replaced once more
    const { isKeyNew, ...rest } = workspace;
    return rest;
  });
}

/** Tells those who have only a former key which keys there are now, before the first value of a new key is written. */
async function nameKeys(session: Session): Promise<void> {
  const { keyring } = session;
  for (const former of keyring.keys.filter((id) => id !== keyring.keyId)) {
    const subject = keysAfter(former);
    await writeAnyway(session, subject, () => keyring.seal(printKeyCheck(keyring), subject, former));
  }
}

async function writeAnyway(
  { hub }: Session,
  subject: string,
  seal: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await hub.get(subject);
    try {
      await hub.putIfUnchanged(subject, await seal(), found?.revision ?? 0);
      return;
    } catch (error) {
      if (!isChanged(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** A hub that was emptied needs it again, so that a machine that joins can try its key. */
export async function ensureKeyCheck(session: Session): Promise<void> {
  if ((await session.hub.get(KEY_CHECK)) !== undefined) return;
  await nameKeys(session);
  await writeKeyCheck(session.hub, session.keyring, 0);
}

/** Keeps the keys that another machine has sent to this one. Returns whether they change anything here. */
export async function takeKeys(
  { database, keyring }: Session,
  value: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const delivery = await keyring.openDelivery(value).catch((error: unknown) => {
    if (!(error instanceof SealedValueError)) throw error;
    return undefined; // of a machine that is not known here, or was removed
  });
  if (delivery === undefined) return false;
  let isNews = false;
  await changeWorkspace(database, (workspace) => {
    if (workspace === undefined) return undefined;
    const removed = union(workspace.removed, delivery.removed);
    const keys = mergeKeys(workspace.keys, delivery.keys); // without those that are too old to be kept
    isNews = !hasAll(workspace.keys, keys) || removed.length > (workspace.removed?.length ?? 0);
    if (!isNews) return workspace;
    return {
      ...workspace,
      keys,
      removed,
      ...(hasLater(workspace.keys, delivery.keys) && { isKeyNew: true as const }),
    };
  });
  return isNews;
}

function hasAll(ours: readonly StoredKey[], theirs: readonly StoredKey[]): boolean {
  return theirs.every(({ id }) => ours.some((own) => own.id === id));
}

/** Whether the key was replaced here, too, at the same time. Then the others need both keys. */
function hasLater(ours: readonly StoredKey[], theirs: readonly StoredKey[]): boolean {
  const latest = Math.max(...theirs.map(generationOf));
  return ours.some((key) => generationOf(key) >= latest && !theirs.some(({ id }) => id === key.id));
}

function union(some: readonly string[] = [], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])];
}

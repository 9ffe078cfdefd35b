import type { Edition } from '../news/editions/edition';
import { isWholeEdition } from '../storage/edition-digest';
import { newKeyMaterial } from './workspace-key';
import type { Database, Outgoing, Purged } from '../storage/database/schema';
import type { StoredRecord } from '../storage/backup/backup-content';
import { CHUNK } from './chunks';
import { isChanged } from './hub';
import {
  printRecord,
  printReference,
  subjectOfRecord,
  SYNCED_STORES,
  type BlobReference,
} from './record-body';
import type { Session } from './session';

/** How many records are sent at the same time. */
const SENT_AT_ONCE = 24;
/** How often a record is merged and written again before other records come first. */
const MOST_ATTEMPTS = 20;

/**
 * Sends records of the outbox, many at the same time, until the signal is aborted. Calls `onSent` with each that the hub now has as it
 * is here.
 */
export async function sendRecords(
  session: Session,
  waiting: readonly Outgoing[],
  signal: AbortSignal,
  onSent: (outgoing: Outgoing) => void,
): Promise<void> {
  const present = await presentIn(session.database, waiting);
  // Notes of what was deleted for good come first. Records that no longer exist come last, because they may have been merged into others.
  const turnOf = ({ id, store }: Outgoing) => (store === 'purged' ? 0 : present.has(id) ? 1 : 2);
  for (const turn of [0, 1, 2]) {
    const queue = waiting.filter((each) => turnOf(each) === turn);
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (signal.aborted) return;
        if (await sendRecord(session, next)) onSent(next);
      }
    };
    await Promise.all(Array.from({ length: SENT_AT_ONCE }, work));
  }
}

async function presentIn(database: Database, outgoing: readonly Outgoing[]): Promise<ReadonlySet<string>> {
  const transaction = database.transaction(SYNCED_STORES);
  const keys = await Promise.all(
    outgoing.map(async ({ id, store, key }) => {
      const found = await transaction.objectStore(store as 'clips').getKey(key);
      return found === undefined ? [] : [id];
    }),
  );
  return new Set(keys.flat());
}

/**
 * Sends a record of the outbox to the hub. If another machine has written it meanwhile, merges both versions and tries again.
 * Returns whether the hub now has the version of this machine.
 */
async function sendRecord(session: Session, outgoing: Outgoing): Promise<boolean> {
  const subject = subjectOfRecord(outgoing);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    try {
      return await sendOnce(session, outgoing, subject);
    } catch (error) {
      if (!isChanged(error)) throw error;
      session.seen.delete(subject);
      session.hasSeenAll = false;
    }
  }
  return false;
}

async function sendOnce(session: Session, outgoing: Outgoing, subject: string): Promise<boolean> {
  const { hub, seen, keyring } = session;
  const isPart = outgoing.store === 'snapshots' || outgoing.store === 'purged';
  if (isPart && (await readOurs(session, outgoing)).record === undefined)
    return removeThere(session, subject);
  const there = await session.look(subject);
  const refusal = session.refused.get(subject);
  if (refusal?.isForgedAgain) return false;
  if (refusal?.mayOpenLater && refusal.problem !== 'incomplete') return false; // not ours to overwrite
  // What the hub had may have been merged with ours just now.
  const { record: merged, token } = await readOurs(session, outgoing);
  if (there?.isSame === true && there.sameAs === token && there.keyId === keyring.keyId)
    return token === outgoing.token;
  // The hub gets it from a machine that has it whole.
  if (outgoing.store === 'editions' && merged && !(await isWholeEdition(merged as Edition))) return true;
  if (merged === undefined) {
    if (there !== undefined && !there.isGone) await hub.deleteIfUnchanged(subject, there.revision);
    seen.delete(subject);
    return true;
  }
  const { value, blob } = await sealRecord(session, outgoing.store, merged, subject);
  const revision = await hub.putIfUnchanged(subject, value, there?.revision ?? 0);
  session.refused.delete(subject);
  seen.set(subject, { revision, isSame: true, sameAs: token, keyId: keyring.keyId, ...(blob && { blob }) });
  if (there?.blob) await hub.blob.remove(there.blob.id, there.blob.size);
  return token === outgoing.token;
}

/** The text of a clip that was deleted for good, or a note that something was: here it is gone, whatever the hub has. */
async function removeThere({ hub, seen }: Session, subject: string): Promise<boolean> {
  const there = await hub.get(subject);
  if (there !== undefined) await hub.deleteIfUnchanged(subject, there.revision);
  seen.delete(subject);
  return true;
}

/** The record and its token in the outbox, at one moment. */
async function readOurs(
  { database }: Session,
  { id, store, key }: Outgoing,
): Promise<{ record: StoredRecord | Purged | undefined; token: string | undefined }> {
  const transaction = database.transaction(['outbox', store]);
  const [record, outgoing] = await Promise.all([
    transaction.objectStore(store as 'clips').get(key),
    transaction.objectStore('outbox').get(id),
  ]);
  return { record, token: outgoing?.token };
}

async function sealRecord(
  { keyring, hub }: Session,
  store: Outgoing['store'],
  record: StoredRecord | Purged,
  subject: string,
): Promise<{ value: Uint8Array<ArrayBuffer>; blob?: BlobReference }> {
  const body = await printRecord(store, record);
  const value = await keyring.seal(body, subject);
  if (value.length <= CHUNK) return { value };
  const id = newKeyMaterial().toBase64({ alphabet: 'base64url', omitPadding: true }).slice(0, 22);
  const large = await keyring.seal(body, `blobs.${id}`);
  await hub.blob.put(id, large);
  const blob = { id, size: large.length };
  return { value: await keyring.seal(printReference(blob), subject), blob };
}

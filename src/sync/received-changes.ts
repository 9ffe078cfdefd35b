import { isContainedIn } from '../news/edits/version-contents';
import { contentsOfIssue } from '../news/merge/record-contents';
import { keyOf, type BackupRecord, type StoredRecord } from '../storage/backup/backup-content';
import { moveLateClips } from '../storage/backup/late-clips';
import { issuesIn, issuesOf, mergeBatch, placeOfRecord } from '../storage/backup/merged-batch';
import { addsNothing } from '../storage/backup/merged-record';
import { deleteClip, putClipVersion, type ClipStore } from '../storage/clip-store';
import { removeUnusedIssues } from '../storage/backup/unused-issue';
import { announceChange } from '../storage/database/changes';
import { writeDurably, type Writing } from '../storage/database/durable-write';
import type { Database, Purged } from '../storage/database/schema';
import { rememberOrphaned } from '../storage/outbox/orphaned-clips';
import { queue, unpurge } from '../storage/outbox/outbox';
import { binOrphaned, binPurged, coversClip } from './binned-clip';
import { recordOfSubject, subjectOfRecord, type SyncedStore } from './record-body';

/** A decrypted change of another machine; `sender` is its name. */
export type Received =
  | { subject: string; record: BackupRecord; sender?: string }
  | { subject: string; purged: Purged }
  | { subject: string; isDeleted: true }
  /** The hub has a value that nobody can have written. */
  | { subject: string; isJunk: true };

const MERGED = [
  'clips',
  'issues',
  'newsletters',
  'editions',
  'snapshots',
  'pictures',
  'preferences',
  'formers',
] as const;
type Applying = Writing<(typeof MERGED)[number] | ClipStore | 'outbox' | 'purged' | 'upkeep'>;

/** What has become of the received changes. */
export interface Applied {
  /** The subjects of records that are the same here and on the hub, with their tokens in the outbox, if they are in it. */
  same: Map<string, string | undefined>;
}

export interface ReceivingOptions {
  /** No other machine can have a record of this one yet. Then its empty first issue is removed. */
  hasSentNothing?: boolean;
  /** When this machine was in sync last, if the others may have forgotten what they deleted for good. Then such a clip goes to the bin. */
  awaySince?: string | undefined;
}

/**
 * Merges changes of other machines with this database, in one transaction, by the functions that merge backups. Puts into the
 * outbox what the hub lacks of the result.
 */
export async function applyReceived(
  database: Database,
  received: readonly Received[],
  options: ReceivingOptions = {},
): Promise<Applied> {
  const latest = [...new Map(received.map((each) => [each.subject, each])).values()];
  if (latest.length === 0) return { same: new Map() };
  const stores = [...MERGED, 'unindexed', 'outbox', 'purged', 'upkeep'] as const;
  const { written, ...applied } = await writeDurably(database, [...stores], (transaction) =>
    apply(transaction, latest, options),
  );
  announceChange(written);
  return applied;
}

/** Collects what must be queued for the hub, what the hub has already, and what must be announced to the pages. */
class Outcome {
  readonly same: Applied['same'] = new Map();
  readonly queued = new Map<string, [SyncedStore, string]>();
  readonly written = { clips: new Set<string>(), issues: new Set<string>(), snapshots: new Set<string>() };
  readonly senders = new Map<string, string>();
  readonly orphaned = new Map<string, string>();
  hasPreferences = false;

  queue(store: SyncedStore, key: string) {
    this.queued.set(`${store} ${key}`, [store, key]);
  }

  note(store: SyncedStore | 'drafts' | 'formers', key: string) {
    if (store === 'clips' || store === 'issues' || store === 'snapshots') this.written[store].add(key);
    if (store === 'preferences' || store === 'newsletters') this.hasPreferences = true;
  }

  /** Of clips and issues, which are edited in fields. */
  noteSender({ record: { record }, sender }: Extract<Received, { record: BackupRecord }>) {
    const key = keyOf(record);
    const { clips, issues } = this.written;
    if (sender !== undefined && (clips.has(key) || issues.has(key))) this.senders.set(key, sender);
  }

  get change() {
    const { clips, issues, snapshots } = this.written;
    return {
      clips: [...clips],
      issues: [...issues],
      snapshots: [...snapshots],
      ...(this.hasPreferences && { preferences: true as const }),
      ...(this.senders.size > 0 && { senders: Object.fromEntries(this.senders) }),
    };
  }
}

async function apply(
  transaction: Applying,
  received: readonly Received[],
  { hasSentNothing = false, awaySince }: ReceivingOptions,
) {
  transaction.objectStore('outbox'); // its writes are not queued by `writeDurably`: `outcome` says what must be sent
  const outcome = new Outcome();
  for (const each of received) if ('purged' in each) await applyPurgeNote(transaction, each, outcome);
  for (const each of received)
    if ('isDeleted' in each) await applyDeletion(transaction, each.subject, awaySince, outcome);
    else if ('isJunk' in each) await sendAgain(transaction, each.subject, outcome);
  const records = received.flatMap((each) => ('record' in each ? [each.record] : []));
  await applyRecords(transaction, records, outcome);
  for (const each of received) if ('record' in each) outcome.noteSender(each);
  if (hasSentNothing) await removeUnused(transaction, records, outcome);
  for (const [store, key] of outcome.queued.values()) await queue(transaction, store, key);
  if (awaySince !== undefined && outcome.orphaned.size > 0)
    await rememberOrphaned(transaction, outcome.orphaned, awaySince);
  return { same: outcome.same, written: outcome.change };
}

async function applyRecords(
  transaction: Applying,
  received: readonly BackupRecord[],
  outcome: Outcome,
): Promise<void> {
  const notes = new Set(await transaction.objectStore('purged').getAllKeys()); // one request instead of one for each record
  const records: BackupRecord[] = [];
  for (const each of received) {
    const record = notes.has(keyOf(each.record)) ? await afterPurge(transaction, each, outcome) : each;
    if (record !== undefined) records.push(record);
  }
  const merged = await mergeBatch(transaction, records, { stores: MERGED, way: 'merge' });
  for (const id of await moveLateClips(transaction, new Set(issuesOf(records)))) {
    outcome.note('clips', id);
    outcome.queue('clips', id);
  }
  // An edition may come after its issue, which is shown as it was published only then.
  for (const { store, record } of records) if (store === 'editions') outcome.note('issues', record.issueId);
  const theirs = new Map(records.map((each) => [placeOfRecord(each.store, keyOf(each.record)), each]));
  const hasOutgoing = (await transaction.objectStore('outbox').count()) > 0;
  const compared: Promise<void>[] = [];
  for (const [store, keys] of merged.keys)
    for (const key of keys) {
      outcome.note(store, key);
      const place = placeOfRecord(store, key);
      const pair = { ours: merged.put.get(place), theirs: theirs.get(place), hasOutgoing };
      compared.push(compareWithHub(transaction, { store: store as SyncedStore, key }, pair, outcome));
    }
  await Promise.all(compared);
}

interface Pair {
  /** Absent: it must be read. */
  ours: StoredRecord | undefined;
  theirs: BackupRecord | undefined;
  hasOutgoing: boolean;
}

/** Queues a merged record if the hub lacks a part of it. Otherwise notes that the hub has the same. */
async function compareWithHub(
  transaction: Applying,
  place: { store: SyncedStore; key: string },
  { theirs, hasOutgoing, ...pair }: Pair,
  outcome: Outcome,
): Promise<void> {
  const { store, key } = place;
  const readOurs = async () =>
    (await transaction.objectStore(store as 'clips').get(key)) as StoredRecord | undefined;
  const ours = pair.ours ?? (await readOurs());
  if (ours === undefined || theirs === undefined || !addsNothing(ours, theirs)) outcome.queue(store, key);
  else if (!outcome.queued.has(`${store} ${key}`)) {
    const outgoing = hasOutgoing
      ? await transaction.objectStore('outbox').get(placeOfRecord(store, key))
      : undefined;
    outcome.same.set(subjectOfRecord(place), outgoing?.token);
  }
}

/** Stores the note that a record was deleted for good, and applies it to the record. */
async function applyPurgeNote(
  transaction: Applying,
  { subject, purged }: Extract<Received, { purged: Purged }>,
  outcome: Outcome,
): Promise<void> {
  await applyPurged(transaction, purged, outcome);
  if ((await transaction.objectStore('purged').getKey(purged.id)) === undefined) return;
  const outgoing = await transaction.objectStore('outbox').get(`purged ${purged.id}`);
  outcome.same.set(subject, outgoing?.token);
}

async function removeUnused(
  transaction: Applying,
  received: readonly BackupRecord[],
  outcome: Outcome,
): Promise<void> {
  const queued = await transaction
    .objectStore('outbox')
    .getAllKeys(IDBKeyRange.bound('issues ', 'issues \uFFFF'));
  const ours = new Set(queued.map((id) => id.slice('issues '.length)));
  for (const id of await removeUnusedIssues(transaction, ours, issuesIn(received))) {
    outcome.note('issues', id);
    await transaction.objectStore('outbox').delete(`issues ${id}`);
  }
}

/** Deletes the version that was deleted for good and earlier ones. A clip with later words goes to the bin. */
async function applyPurged(transaction: Applying, purged: Purged, outcome: Outcome): Promise<void> {
  const notes = transaction.objectStore('purged');
  const { keptSince = Date.now() } = (await notes.get(purged.id)) ?? {};
  await notes.put({ ...purged, keptSince });
  for (const id of [purged.id, ...(purged.formerIds ?? [])]) {
    if (purged.store === 'clips') await applyPurgedClip(transaction, id, purged, outcome);
    else await applyPurgedIssue(transaction, id, purged, outcome);
  }
}

async function applyPurgedClip(
  transaction: Applying,
  id: string,
  purged: Purged,
  outcome: Outcome,
): Promise<void> {
  const clip = await transaction.objectStore('clips').get(id);
  if (clip === undefined) return;
  outcome.note('clips', id);
  if (coversClip(purged, clip)) {
    await deleteClip(transaction, id);
    await transaction.objectStore('snapshots').delete(id);
    await transaction.objectStore('formers').delete(id);
    return;
  }
  await putClipVersion(transaction, binPurged(clip, purged));
  await unpurge(transaction, purged.id);
  outcome.queue('clips', id);
}

/** An issue that has clips here stays. */
async function applyPurgedIssue(
  transaction: Applying,
  id: string,
  purged: Purged,
  outcome: Outcome,
): Promise<void> {
  const issue = await transaction.objectStore('issues').get(id);
  if (issue === undefined) return;
  outcome.note('issues', id);
  const clips = await transaction.objectStore('clips').index('issueId').getAllKeys(id);
  if (clips.length === 0 && isContainedIn(contentsOfIssue(issue), purged.contents)) {
    await transaction.objectStore('issues').delete(id);
    return;
  }
  await unpurge(transaction, purged.id);
  outcome.queue('issues', id);
}

/**
 * What is to be merged of a received record that may have been deleted for good: `undefined` if the deletion knew this version.
 * One with later words comes back: a clip into the bin.
 */
async function afterPurge(
  transaction: Applying,
  received: BackupRecord,
  outcome: Outcome,
): Promise<BackupRecord | undefined> {
  const { store, record } = received;
  if (store !== 'clips' && store !== 'issues') return received;
  const purged = await transaction.objectStore('purged').get(record.id);
  if (purged === undefined) return received;
  const isCovered =
    store === 'clips' ? coversClip(purged, record) : isContainedIn(contentsOfIssue(record), purged.contents);
  outcome.queue(store, record.id);
  if (isCovered) return undefined;
  await unpurge(transaction, record.id);
  return store === 'clips' ? { store, record: binPurged(record, purged) } : received;
}

/**
 * Sends a record again that the hub has lost, or that somebody has deleted without saying which version. If the note that a
 * record was deleted for good is gone, the deletion was undone.
 */
async function applyDeletion(
  transaction: Applying,
  subject: string,
  awaySince: string | undefined,
  outcome: Outcome,
): Promise<void> {
  const place = recordOfSubject(subject);
  if (place?.store !== 'purged') {
    if (awaySince !== undefined && place?.store === 'clips')
      await leaveToUser(transaction, place.key, awaySince, outcome);
    await sendAgain(transaction, subject, outcome);
    return;
  }
  const isOurs = (await transaction.objectStore('outbox').getKey(`purged ${place.key}`)) !== undefined;
  if (!isOurs) await transaction.objectStore('purged').delete(place.key);
}

/** A clip that only this machine has goes to the bin, and the user is asked what becomes of it. */
async function leaveToUser(
  transaction: Applying,
  id: string,
  awaySince: string,
  outcome: Outcome,
): Promise<void> {
  const clip = await transaction.objectStore('clips').get(id);
  const binned = clip && binOrphaned(clip, awaySince);
  if (binned?.binnedAt === undefined || binned === clip) return;
  await putClipVersion(transaction, binned);
  outcome.orphaned.set(id, binned.binnedAt);
  outcome.note('clips', id);
}

async function sendAgain(transaction: Applying, subject: string, outcome: Outcome): Promise<void> {
  const place = recordOfSubject(subject);
  if (place === undefined) return;
  const { store, key } = place;
  const ours = await transaction.objectStore(store as 'clips').getKey(key);
  if (ours !== undefined) outcome.queue(store, key);
}

import type { Clip } from '../news/clip';
import { newAuthor } from '../news/edits/author';
import { isContainedIn } from '../news/edits/version-contents';
import { recordClipEdit } from '../news/merge/clip-versions';
import { contentsOfClip } from '../news/merge/record-contents';
import { contentsOfIssue } from '../news/merge/record-contents';
import { nextRevision } from '../news/revision';
import { keyOf, type BackupRecord, type StoredRecord } from '../storage/backup/backup-content';
import { moveLateClips } from '../storage/backup/late-clips';
import { issuesIn, issuesOf, mergeBatch } from '../storage/backup/merged-batch';
import { addsNothing } from '../storage/backup/merged-record';
import { deleteClip, putClipVersion, type ClipStore } from '../storage/clip-store';
import { removeUnusedIssues } from '../storage/backup/unused-issue';
import { announceChange } from '../storage/database/changes';
import { writeDurably, type Writing } from '../storage/database/durable-write';
import type { Database, Purged } from '../storage/database/schema';
import { queue, unpurge } from '../storage/outbox/outbox';
import { recordOfSubject, subjectOfRecord, type SyncedStore } from './record-body';

/** A change that somebody else has made, opened. */
export type Received =
  | { subject: string; record: BackupRecord }
  | { subject: string; purged: Purged }
  | { subject: string; isDeleted: true };

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
type Applying = Writing<(typeof MERGED)[number] | ClipStore | 'outbox' | 'purged'>;

/** What has become of the received changes. */
export interface Applied {
  /** By subject, what the outbox has of a record that is the same here and on the hub. */
  same: Map<string, string | undefined>;
}

/**
 * Merges changes of other machines with this database, in one transaction, by the functions that merge backups. What the hub must get of the
 * result is put into the outbox.
 */
export async function applyReceived(database: Database, received: readonly Received[]): Promise<Applied> {
  const latest = [...new Map(received.map((each) => [each.subject, each])).values()];
  if (latest.length === 0) return { same: new Map() };
  const stores = [...MERGED, 'unindexed', 'outbox', 'purged'] as const;
  const { written, ...applied } = await writeDurably(database, [...stores], (transaction) =>
    apply(transaction, latest),
  );
  announceChange(written);
  return applied;
}

/** Collects what must be queued and announced. */
class Outcome {
  readonly queued = new Map<string, [SyncedStore, string]>();
  readonly written = { clips: new Set<string>(), issues: new Set<string>(), snapshots: new Set<string>() };
  hasPreferences = false;

  queue(store: SyncedStore, key: string) {
    this.queued.set(`${store} ${key}`, [store, key]);
  }

  note(store: SyncedStore | 'drafts' | 'formers', key: string) {
    if (store === 'clips' || store === 'issues' || store === 'snapshots') this.written[store].add(key);
    if (store === 'preferences' || store === 'newsletters') this.hasPreferences = true;
  }

  get change() {
    const { clips, issues, snapshots } = this.written;
    return {
      clips: [...clips],
      issues: [...issues],
      snapshots: [...snapshots],
      ...(this.hasPreferences && { preferences: true as const }),
    };
  }
}

async function apply(transaction: Applying, received: readonly Received[]) {
  transaction.objectStore('outbox'); // this transaction says itself what is to be sent
  const outcome = new Outcome();
  const same = new Map<string, string | undefined>();
  for (const each of received)
    if ('purged' in each) {
      await applyPurged(transaction, each.purged, outcome);
      if ((await transaction.objectStore('purged').getKey(each.purged.id)) !== undefined)
        same.set(
          each.subject,
          (await transaction.objectStore('outbox').get(`purged ${each.purged.id}`))?.token,
        );
    }
  for (const each of received)
    if ('isDeleted' in each) await applyDeletion(transaction, each.subject, outcome);
  const records: BackupRecord[] = [];
  for (const each of received)
    if ('record' in each && !(await isPurged(transaction, each.record, outcome))) records.push(each.record);
  const keys = await mergeBatch(transaction, records, { stores: MERGED, way: 'merge' });
  for (const id of await removeUnusedIssues(
    transaction,
    await unsentIssues(transaction),
    issuesIn(records),
  )) {
    outcome.note('issues', id);
    await transaction.objectStore('outbox').delete(`issues ${id}`);
  }
  for (const id of await moveLateClips(transaction, new Set(issuesOf(records)))) {
    outcome.note('clips', id);
    outcome.queue('clips', id);
  }
  // An edition may come after its issue, which is shown as it was published only then.
  for (const { store, record } of records) if (store === 'editions') outcome.note('issues', record.issueId);
  const theirs = new Map(records.map((each) => [`${each.store} ${keyOf(each.record)}`, each]));
  for (const [store, written] of keys) {
    for (const key of written) {
      outcome.note(store, key);
      const ours = (await transaction.objectStore(store as 'clips').get(key)) as StoredRecord | undefined;
      const record = theirs.get(`${store} ${key}`);
      const place = { store: store as SyncedStore, key };
      if (ours === undefined || record === undefined || !addsNothing(ours, record))
        outcome.queue(place.store, key);
      else if (!outcome.queued.has(`${store} ${key}`)) {
        const outgoing = await transaction.objectStore('outbox').get(`${store} ${key}`);
        same.set(subjectOfRecord(place), outgoing?.token);
      }
    }
  }
  for (const [store, key] of outcome.queued.values()) await queue(transaction, store, key);
  return { same, written: outcome.change };
}

/** Those that no other machine may have. */
async function unsentIssues(transaction: Applying): Promise<Set<string>> {
  const keys = await transaction
    .objectStore('outbox')
    .getAllKeys(IDBKeyRange.bound('issues ', 'issues \uFFFF'));
  return new Set(keys.map((key) => key.slice('issues '.length)));
}

/** Deletes the version that was deleted for good and earlier ones. A clip with later words goes to the bin. */
async function applyPurged(transaction: Applying, purged: Purged, outcome: Outcome): Promise<void> {
  await transaction.objectStore('purged').put(purged);
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
  await putClipVersion(transaction, binned(clip, purged));
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

/** Whether a received record was deleted for good. One with later words comes back: a clip into the bin. */
async function isPurged(transaction: Applying, each: BackupRecord, outcome: Outcome): Promise<boolean> {
  const { store, record } = each;
  if (store !== 'clips' && store !== 'issues') return false;
  const purged = await transaction.objectStore('purged').get(record.id);
  if (purged === undefined) return false;
  const isCovered =
    store === 'clips' ? coversClip(purged, record) : isContainedIn(contentsOfIssue(record), purged.contents);
  outcome.queue(store, record.id);
  if (isCovered) return true;
  await unpurge(transaction, record.id);
  if (store === 'clips') each.record = binned(record, purged);
  return false;
}

function coversClip({ contents, id, formerIds = [] }: Purged, clip: Clip): boolean {
  const known = new Set([id, ...formerIds]);
  const ids = [clip.id, ...(clip.formerIds ?? [])];
  return ids.every((each) => known.has(each)) && isContainedIn(contentsOfClip(clip), contents);
}

/** The edit is the same on every machine. */
function binned(clip: Clip, { at }: Purged): Clip {
  if (clip.binnedAt !== undefined) return clip;
  const edited = recordClipEdit(clip, { ...clip, binnedAt: at }, newAuthor('purged'));
  return { ...edited, revision: nextRevision(clip.revision) };
}

/**
 * What the hub has lost, or somebody has deleted without saying which version, is sent again. If it is the note of a record that was deleted
 * for good, that was undone.
 */
async function applyDeletion(transaction: Applying, subject: string, outcome: Outcome): Promise<void> {
  const place = recordOfSubject(subject);
  if (place === undefined) return;
  const { store, key } = place;
  if (store === 'purged') {
    const isOurs = (await transaction.objectStore('outbox').getKey(`purged ${key}`)) !== undefined;
    if (!isOurs) await transaction.objectStore('purged').delete(key);
    return;
  }
  const ours = await transaction.objectStore(store as 'clips').getKey(key);
  if (ours !== undefined) outcome.queue(store, key);
}

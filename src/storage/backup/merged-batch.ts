import type { Clip } from '../../news/clip';
import type { Issue } from '../../news/issue';
import { tidyClip } from '../../news/merge/clip-versions';
import { deleteClip, putClipVersion, type ClipStore } from '../clip-store';
import type { Writing } from '../database/durable-write';
import { readStored } from '../database/written-record';
import { WorkTurns } from '../database/work-turns';
import { keyOf, type BackupRecord, type Store, type StoredRecord } from './backup-content';
import { counterpartsOf, JoinedClips } from './clip-counterparts';
import { mergeRecord, replaceRecord, mergeSnapshots } from './merged-record';

/** `merge`: the database and the backup are merged; `replace`: what is not in the backup is deleted. */
export type RestoreWay = 'merge' | 'replace';

export type Merging = Writing<Store | ClipStore>;

/** The keys of records, by store. */
export type RecordKeys = Map<Store, Set<string>>;

/** What merging has written. */
export interface MergedBatch {
  /** Of all records of the batch, and of the clips that were merged into another. */
  keys: RecordKeys;
  /** The records that were put, by store and key (`placeOfRecord`). */
  put: Map<string, StoredRecord>;
}

/** How records are merged. `stores`: those that the transaction writes to. */
interface MergeOptions {
  stores: readonly Store[];
  way: RestoreWay;
}

export function placeOfRecord(store: string, key: string): string {
  return `${store} ${key}`;
}

/** Merges records from elsewhere (a backup, a hub) with ours. */
export async function mergeBatch(
  transaction: Merging,
  batch: readonly BackupRecord[],
  { stores, way }: MergeOptions,
): Promise<MergedBatch> {
  const isClip = ({ store }: BackupRecord) => store === 'clips';
  const merged = await putEachAlone(
    transaction,
    batch.filter((each) => !isClip(each)),
    { way },
  );
  const { keys, put } = merged;
  const clips = batch.filter(isClip);
  for (const { record } of clips) keysOf(keys, 'clips').add(keyOf(record));
  for (const [id, clip] of await joinClips(transaction, clips, stores)) {
    keysOf(keys, 'clips').add(id);
    if (clip !== undefined) put.set(placeOfRecord('clips', id), clip);
  }
  if (stores.includes('snapshots')) await moveTexts(transaction, merged);
  return merged;
}

export function issuesIn(batch: readonly BackupRecord[]): Issue[] {
  return batch.flatMap((each) => (each.store === 'issues' ? [each.record] : []));
}

/** The issues to which records belong. */
export function issuesOf(batch: readonly BackupRecord[]): string[] {
  return batch.flatMap(({ store, record }) => {
    if (store === 'issues') return [record.id];
    return store === 'clips' || store === 'editions' ? [record.issueId] : [];
  });
}

/** Merges each record with ours of the same key, or replaces ours. */
export async function putEachAlone(
  transaction: Merging,
  batch: readonly BackupRecord[],
  { way }: { way: RestoreWay },
): Promise<MergedBatch> {
  const make = way === 'merge' ? mergeRecord : replaceRecord;
  const ours = await Promise.all(
    batch.map(({ store, record }) => transaction.objectStore(store).get(keyOf(record) as never)),
  );
  const put = new Map<string, StoredRecord>();
  const writes = new WritesInTurns(transaction);
  for (const [place, theirs] of batch.entries()) {
    const mine = ours[place];
    // A stored record that can no longer be read is in the backup of the state before.
    const known = mine && readStored(theirs.store, mine) && mine;
    const record = known === undefined ? theirs.record : make(known, theirs);
    if (record !== mine) {
      put.set(placeOfRecord(theirs.store, keyOf(record)), record);
      writes.add(putRecord(transaction, theirs.store, record));
    }
    await writes.pass();
  }
  await writes.finish();
  const keys: RecordKeys = new Map();
  for (const { store, record } of batch) keysOf(keys, store).add(keyOf(record));
  return { keys, put };
}

/** Merges clips that are the same as some of ours. Returns those that were written, and `undefined` for those that were deleted. */
async function joinClips(
  transaction: Merging,
  batch: readonly BackupRecord[],
  stores: readonly Store[],
): Promise<ReadonlyMap<string, Clip | undefined>> {
  const theirs = batch.map(({ record }) => record as Clip);
  const counterparts = await Promise.all(theirs.map((clip) => counterpartsOf(transaction, clip)));
  const joined = new JoinedClips();
  const writes = new WritesInTurns(transaction);
  for (const [place, found] of counterparts.entries()) {
    const clip = theirs[place];
    if (clip !== undefined) joined.join(tidyClip(clip), found);
    await writes.pass();
  }
  for (const [id, clip] of joined.written) {
    writes.add(clip === undefined ? dropJoined(transaction, id, stores) : putClipVersion(transaction, clip));
    await writes.pass();
  }
  await writes.finish();
  return joined.written;
}

/** Writes of a transaction that are not awaited one by one, but in turns. */
class WritesInTurns extends WorkTurns {
  private readonly writes: Promise<unknown>[] = [];

  constructor(transaction: Merging) {
    super(() => Promise.all([...this.writes, transaction.objectStore('clips').getKey('')]));
  }

  add(write: Promise<unknown>): void {
    write.catch(() => undefined); // reported when it is awaited, unless something else has failed before
    this.writes.push(write);
  }

  async finish(): Promise<void> {
    await Promise.all(this.writes);
  }
}

/** Deletes a clip that was merged into another. */
async function dropJoined(transaction: Merging, id: string, stores: readonly Store[]): Promise<void> {
  await deleteClip(transaction, id);
  if (stores.includes('formers')) await transaction.objectStore('formers').delete(id);
}

/**
 * Merges the saved text of the page of each clip that was merged into another with that of the other clip. It may come before or after
 * the clip. Adds the keys of both to those of the batch.
 */
async function moveTexts(transaction: Merging, { keys, put }: MergedBatch): Promise<void> {
  const clips = transaction.objectStore('clips');
  const texts = transaction.objectStore('snapshots');
  const all = new Set([...keysOf(keys, 'clips'), ...keysOf(keys, 'snapshots')]);
  const ids = [...all].filter((id) => !put.has(placeOfRecord('clips', id)));
  const isThere = await Promise.all(ids.map((id) => clips.getKey(id)));
  for (const id of ids.filter((_, place) => isThere[place] === undefined)) {
    const [name, text] = [await clips.index('formerIds').getKey(id), await texts.get(id)];
    if (name === undefined || text === undefined) continue;
    const [other, moved] = [await texts.get(name), { ...text, clipId: name }];
    await texts.put(other === undefined ? moved : mergeSnapshots(other, moved));
    await texts.delete(id);
    for (const each of [id, name]) {
      keysOf(keys, 'snapshots').add(each);
      put.delete(placeOfRecord('snapshots', each));
    }
  }
}

export function keysOf(keys: RecordKeys, store: Store): Set<string> {
  const known = keys.get(store) ?? new Set();
  keys.set(store, known);
  return known;
}

async function putRecord(transaction: Merging, store: Store, record: StoredRecord): Promise<void> {
  // The record is one of that store.
  if (store === 'clips') await putClipVersion(transaction, record as never);
  else await transaction.objectStore(store).put(record as never, store === 'preferences' ? store : undefined);
}

/** Deletes a record of any store. */
export async function deleteRecord(transaction: Merging, store: Store, key: string): Promise<void> {
  if (store === 'clips') await deleteClip(transaction, key);
  else await transaction.objectStore(store).delete(key as never);
}

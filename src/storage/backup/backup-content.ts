import type { ClipsheetSchema } from '../database/schema';
import { STORED_SCHEMAS } from '../database/stored-record';

/** What a backup holds: not what is of this machine alone, nor what is made from the rest. */
export type Store = keyof typeof STORED_SCHEMAS;

/** What may be left out of a backup, because it can be large: the saved texts of pages, and the covers. */
export type LargeStore = 'snapshots' | 'pictures';

export const STORES = Object.keys(STORED_SCHEMAS) as Store[];
export const LARGE_STORES: readonly LargeStore[] = ['snapshots', 'pictures'];

/** A record of a store, as it stands there. */
export type StoredRecord = ClipsheetSchema[Store]['value'];
export type BackupRecord = {
  [Name in Store]: { store: Name; record: ClipsheetSchema[Name]['value'] };
}[Store];

/** What a record lies under in its store. */
export function keyOf(record: StoredRecord): string {
  if ('clipId' in record) return record.clipId;
  if ('id' in record) return record.id;
  return 'key' in record ? record.key : 'preferences';
}

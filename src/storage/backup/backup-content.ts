import type { ClipsheetSchema } from '../database/schema';
import { STORED_SCHEMAS } from '../database/stored-record';

/** The stores that a backup contains: all except those that belong to this machine or are derived from others. */
export type Store = keyof typeof STORED_SCHEMAS;

/** The stores that may be left out of a backup because they can be large: the saved texts of pages, and the covers. */
export type LargeStore = 'snapshots' | 'pictures';

export const STORES = Object.keys(STORED_SCHEMAS) as Store[];
export const LARGE_STORES: readonly LargeStore[] = ['snapshots', 'pictures'];

/** A record in the form in which its store holds it. */
export type StoredRecord = ClipsheetSchema[Store]['value'];
export type BackupRecord = {
  [Name in Store]: { store: Name; record: ClipsheetSchema[Name]['value'] };
}[Store];

/** The key of a record in its store. */
export function keyOf(record: StoredRecord): string {
  if ('clipId' in record) return record.clipId;
  if ('id' in record) return record.id;
  return 'key' in record ? record.key : 'preferences';
}

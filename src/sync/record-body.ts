import * as v from 'valibot';
import { versionContentsSchema } from '../news/edits/version-contents';
import { recordIdSchema } from '../news/record-id';
import { instantSchema } from '../news/time-bounds';
import { keyOf, type BackupRecord, type StoredRecord } from '../storage/backup/backup-content';
import { encodeRecord, readRecord } from '../storage/backup/backup-record';
import type { Outgoing, Purged } from '../storage/database/schema';
import { decodeJson, encodeJson } from './json-bytes';
import { parseSubject, subjectOf, type Kind } from './subjects';

/** The stores whose records a hub has, and the names of these kinds there. */
const KIND_OF_STORE = {
  clips: 'clips',
  issues: 'issues',
  newsletters: 'newsletters',
  editions: 'editions',
  snapshots: 'texts',
  pictures: 'pictures',
  preferences: 'preferences',
  purged: 'purged',
} as const satisfies Record<Outgoing['store'], Kind>;

export type SyncedStore = Outgoing['store'];
export const SYNCED_STORES = Object.keys(KIND_OF_STORE) as SyncedStore[];

export function subjectOfRecord({ store, key }: Pick<Outgoing, 'store' | 'key'>): string {
  return subjectOf(KIND_OF_STORE[store], key);
}

/** `undefined` for subjects of no record. */
export function recordOfSubject(subject: string): { store: SyncedStore; key: string } | undefined {
  const parsed = parseSubject(subject);
  const store = SYNCED_STORES.find((each) => KIND_OF_STORE[each] === parsed?.kind);
  return parsed && store && { store, key: parsed.id };
}

/** A record, or where a large one is. */
export type Body =
  | { kind: 'record'; record: BackupRecord }
  | { kind: 'purged'; purged: Purged }
  | { kind: 'blob'; blob: BlobReference };

export interface BlobReference {
  id: string;
  /** In bytes. */
  size: number;
}

const purgedSchema = v.object({
  id: recordIdSchema,
  store: v.picklist(['clips', 'issues']),
  formerIds: v.exactOptional(v.array(recordIdSchema)),
  contents: versionContentsSchema,
  at: instantSchema,
});
const bodySchema = v.union([
  v.object({ purged: purgedSchema }),
  v.object({
    blob: v.object({
      id: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/u)),
      size: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  }),
]);

/** In the form that a backup has, in JSON and UTF-8. */
export async function printRecord(
  store: SyncedStore,
  record: StoredRecord | Purged,
): Promise<Uint8Array<ArrayBuffer>> {
  if ('contents' in record) {
    const { keptSince: _, ...purged } = record;
    return encodeJson({ purged });
  }
  return encodeJson({ store, record: await encodeRecord(record) });
}

export function printReference(blob: BlobReference): Uint8Array<ArrayBuffer> {
  return encodeJson({ blob });
}

/** `undefined` if it is not a record of this subject. */
export async function readBody(body: Uint8Array<ArrayBuffer>, subject: string): Promise<Body | undefined> {
  const place = recordOfSubject(subject);
  const content = decodeJson(body);
  const other = v.safeParse(bodySchema, content);
  if (other.success && 'blob' in other.output) return { kind: 'blob', blob: other.output.blob };
  if (other.success && 'purged' in other.output) {
    const { purged } = other.output;
    return place?.store === 'purged' && place.key === purged.id ? { kind: 'purged', purged } : undefined;
  }
  const record = await readRecord(content);
  if (record?.store !== place?.store || record === undefined || keyOf(record.record) !== place?.key)
    return undefined;
  return { kind: 'record', record };
}

import * as v from 'valibot';
import { repairRecord } from './repaired-record';
import type { ClipsheetSchema } from './schema';
import { fitsLine } from './record-limits';
import { InvalidRecordError } from './storage-errors';
import { STORED_SCHEMAS } from './stored-record';

export type GuardedStore = keyof typeof STORED_SCHEMAS;
type Stored<Store extends GuardedStore> = ClipsheetSchema[Store]['value'];

export function isGuarded(store: string): store is GuardedStore {
  return Object.hasOwn(STORED_SCHEMAS, store);
}

/** A record in a form that its store accepts, repaired if there is a rule for that. `undefined` if it cannot be stored. */
export function readStored<Store extends GuardedStore>(
  store: Store,
  record: unknown,
): Stored<Store> | undefined {
  // Each schema parses the records of its own store.
  const schema = STORED_SCHEMAS[store] as unknown as v.GenericSchema<object, Stored<Store>>;
  const parsed = v.safeParse(schema, record);
  if (parsed.success) return fitsLimits(parsed.output) ? parsed.output : undefined;
  const repaired = v.safeParse(schema, repairRecord(record, parsed.issues));
  return repaired.success && fitsLimits(repaired.output) ? repaired.output : undefined;
}

/** The schema limits the bytes. */
function fitsLimits(record: object): boolean {
  return 'markdown' in record || 'data' in record || fitsLine(record);
}

/** The same for a record that is about to be written. Throws InvalidRecordError. */
export function parseWritten<Store extends GuardedStore>(store: Store, record: unknown): Stored<Store> {
  const written = readStored(store, record);
  if (written === undefined) throw new InvalidRecordError(`No record of ${store}`);
  return written;
}

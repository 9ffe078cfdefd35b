import type { RecordedStore } from '../outbox/recorded-writes';

/** The stores whose records are copied outside the database with each save. */
export type CopiedStore = Exclude<RecordedStore, 'snapshots'>;

/** One write of a transaction: a record that was put, or the key of one that was deleted. */
export type CopiedWrite = { store: CopiedStore; record: unknown } | { store: CopiedStore; key: string };

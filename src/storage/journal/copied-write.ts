import type { RecordedStore } from '../outbox/recorded-writes';

/** In place of a store: the text of a page is too large to be copied with its save. The key is that of its clip. */
export const LEFT_OUT = 'left out';

/** One write of a transaction: a record that was put, or the key of one that was deleted. */
export type CopiedWrite =
  { store: RecordedStore; record: unknown } | { store: RecordedStore | typeof LEFT_OUT; key: string };

import type { RecordedStore, RecordedWrite } from '../outbox/recorded-writes';

/** The stores whose records are counted. Drafts are also written without being recorded, and texts of pages are deleted to free space. */
export const COUNTED = ['clips', 'issues', 'editions', 'newsletters', 'pictures'] as const;
type CountedStore = (typeof COUNTED)[number];

export type RecordCounts = Record<CountedStore, number>;

export function isCounted(store: RecordedStore): store is CountedStore {
  return COUNTED.some((counted) => counted === store);
}

/** The numbers of records after these writes. */
export async function countAfter(
  before: RecordCounts,
  writes: readonly RecordedWrite[],
): Promise<RecordCounts> {
  const after = { ...before };
  for (const { store, ...write } of writes)
    if (isCounted(store)) after[store] += Number('record' in write) - Number(await write.wasThere);
  return after;
}

/** How many records of each store `found` lacks. `undefined` if it has all of them and no others. */
export function compareCounts(expected: RecordCounts, found: RecordCounts): RecordCounts | undefined {
  if (COUNTED.every((store) => found[store] === expected[store])) return undefined;
  const lacking = { ...expected };
  for (const store of COUNTED) lacking[store] = Math.max(0, expected[store] - found[store]);
  return lacking;
}

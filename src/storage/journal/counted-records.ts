import type { RecordedStore, RecordedWrite } from '../outbox/recorded-writes';

/** The stores whose records are counted. Drafts are also written without being recorded, and texts of pages are deleted to free space. */
export const COUNTED = ['clips', 'issues', 'editions', 'newsletters', 'pictures', 'preferences'] as const;
type CountedStore = (typeof COUNTED)[number];

/** A store is absent if an earlier version, which did not count its records, has counted last. */
export type RecordCounts = Partial<Record<CountedStore, number>>;

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
    if (isCounted(store) && after[store] !== undefined)
      after[store] += Number('record' in write) - Number(await write.wasThere);
  return after;
}

/** How many records of each store `found` lacks. `undefined` if it has all of them and no others. */
export function compareCounts(
  expected: RecordCounts,
  found: Required<RecordCounts>,
): RecordCounts | undefined {
  const known = COUNTED.filter((store) => expected[store] !== undefined);
  if (known.every((store) => found[store] === expected[store])) return undefined;
  return Object.fromEntries(
    known.map((store) => [store, Math.max(0, (expected[store] ?? 0) - found[store])]),
  );
}

export function areAllCounted(counts: RecordCounts | undefined): counts is Required<RecordCounts> {
  return COUNTED.every((store) => counts?.[store] !== undefined);
}

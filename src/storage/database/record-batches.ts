/** How many records are in memory at once. */
const BATCH = 200;
/** How many records a page receives in one task; another batch of the same size may have been requested. */
const READ_AT_ONCE = 50;

/**
 * The records of a store in the order of their keys, in batches. Requests the next batch before the last one is processed,
 * which keeps a transaction open.
 */
export async function* readInBatches<Kept>(
  read: (after: IDBKeyRange | null, count: number) => Promise<Kept[]>,
  keyOf: (record: Kept) => IDBValidKey,
): AsyncGenerator<Kept[]> {
  let batch = await read(null, READ_AT_ONCE);
  while (batch.length > 0) {
    const last = batch.at(-1);
    const isEnd = batch.length < READ_AT_ONCE || last === undefined;
    const next = isEnd ? Promise.resolve([]) : read(IDBKeyRange.lowerBound(keyOf(last), true), READ_AT_ONCE);
    yield batch;
    batch = await next;
  }
}

/** Collects single items into batches. */
export async function* inBatches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** How many records are in memory at once, and as many again that have been asked for. */
const BATCH = 200;

/**
 * The records of a store in the order of their keys, some at a time. The next are asked for before the last ones are worked
 * on, which keeps a transaction open meanwhile.
 */
export async function* readInBatches<Kept>(
  read: (after: IDBKeyRange | null, count: number) => Promise<Kept[]>,
  keyOf: (record: Kept) => IDBValidKey,
): AsyncGenerator<Kept[]> {
  let batch = await read(null, BATCH);
  while (batch.length > 0) {
    const last = batch.at(-1);
    const isEnd = batch.length < BATCH || last === undefined;
    const next = isEnd ? Promise.resolve([]) : read(IDBKeyRange.lowerBound(keyOf(last), true), BATCH);
    yield batch;
    batch = await next;
  }
}

/** Some of what comes one by one, at a time. */
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

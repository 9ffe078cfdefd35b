import type { Transaction } from '../database/durable-write';

/** The stores whose records are copied outside the database with each save. */
export type CopiedStore = (typeof COPIED)[number];
const COPIED = ['clips', 'issues', 'editions', 'drafts', 'preferences', 'newsletters', 'pictures'] as const;

/** One write of a transaction: a record that was put, or the key of one that was deleted. */
export type CopiedWrite = { store: CopiedStore; record: unknown } | { store: CopiedStore; key: string };

export function isCopied(name: string): name is CopiedStore {
  return COPIED.some((copied) => copied === name);
}

/** The same transaction, which also records in `writes` what is put into the copied stores and deleted from them. */
export function recordWrites(
  transaction: Transaction,
  writes: CopiedWrite[],
): Pick<Transaction, 'objectStore'> {
  return {
    objectStore: (name) => {
      const store = transaction.objectStore(name);
      return isCopied(name) ? recordStore(store, name, writes) : store;
    },
  };
}

function recordStore<Store extends object>(store: Store, name: CopiedStore, writes: CopiedWrite[]): Store {
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        if (property === 'put') writes.push({ store: name, record: args[0] });
        if (property === 'delete') writes.push({ store: name, key: args[0] as string }); // ranges of keys are not deleted here
        return Reflect.apply(value, target, args);
      };
    },
  });
}

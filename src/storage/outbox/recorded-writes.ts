import type { Transaction } from '../database/durable-write';
import type { Outgoing } from '../database/schema';

/** The stores whose writes are recorded: they are copied outside the database, or sent to a hub. */
export type RecordedStore = Exclude<Outgoing['store'], 'purged'> | 'drafts';
const RECORDED: readonly RecordedStore[] = [
  'clips',
  'issues',
  'editions',
  'drafts',
  'preferences',
  'newsletters',
  'pictures',
  'snapshots',
];

/** One write of a transaction: a record that was put, or the key of one that was deleted. */
export type RecordedWrite = {
  store: RecordedStore;
  /** Whether the store had a record with this key before. */
  wasThere: Promise<boolean>;
} & (
  | { record: unknown }
  /** `before`: the deleted clip or issue. */
  | { key: string; before?: Promise<unknown> }
);

export function isRecorded(name: string): name is RecordedStore {
  return RECORDED.some((recorded) => recorded === name);
}

/** The writes of one transaction. */
export interface Recording {
  writes: RecordedWrite[];
  /** The work puts into the outbox itself what must be sent. */
  hasOutbox: boolean;
}

/** The same transaction, which also records what is put into the recorded stores and deleted from them. */
export function recordWrites(
  transaction: Transaction,
  recording: Recording,
): Pick<Transaction, 'objectStore'> {
  return {
    objectStore: (name) => {
      if (name === 'outbox') recording.hasOutbox = true;
      const store = transaction.objectStore(name);
      return isRecorded(name) ? recordStore(store, name, recording.writes) : store;
    },
  };
}

interface Reading {
  keyPath: string | null;
  get: (key: unknown) => Promise<unknown>;
  getKey: (key: unknown) => Promise<unknown>;
}

function recordStore<Store extends object>(
  store: Store,
  name: RecordedStore,
  writes: RecordedWrite[],
): Store {
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const [argument] = args;
        // Ranges of keys are deleted only to free space on this machine.
        if (property === 'put' || (property === 'delete' && typeof argument === 'string'))
          writes.push(recordWrite(target as unknown as Reading, name, property, args));
        return Reflect.apply(value, target, args);
      };
    },
  });
}

/** Its requests are made before the one that writes. */
function recordWrite(
  store: Reading,
  name: RecordedStore,
  property: 'put' | 'delete',
  [argument, outOfLineKey]: readonly unknown[],
): RecordedWrite {
  if (property === 'put') {
    const key = store.keyPath === null ? outOfLineKey : (argument as Record<string, unknown>)[store.keyPath];
    return { store: name, wasThere: isThere(store, key), record: argument };
  }
  const deleted = { store: name, wasThere: isThere(store, argument), key: argument as string };
  if (name !== 'clips' && name !== 'issues') return deleted;
  return { ...deleted, before: unlessAborted(store.get(argument)) };
}

function isThere(store: Reading, key: unknown): Promise<boolean> {
  return unlessAborted(store.getKey(key).then((found) => found !== undefined));
}

/** An aborted transaction reports the error itself. */
function unlessAborted<Result>(request: Promise<Result>): Promise<Result> {
  request.catch(() => undefined);
  return request;
}

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
export type RecordedWrite =
  | { store: RecordedStore; record: unknown }
  /** `before`: the deleted clip or issue. */
  | { store: RecordedStore; key: string; before?: Promise<unknown> };

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
  get: (key: string) => Promise<unknown>;
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
        if (property === 'put') writes.push({ store: name, record: argument });
        // Ranges of keys are deleted only to free space on this machine.
        if (property === 'delete' && typeof argument === 'string')
          writes.push({ store: name, key: argument, ...readDeleted(target, name, argument) });
        return Reflect.apply(value, target, args);
      };
    },
  });
}

/** The request is made before that of the deletion. */
function readDeleted(store: object, name: RecordedStore, key: string): { before?: Promise<unknown> } {
  if (name !== 'clips' && name !== 'issues') return {};
  const before = (store as Reading).get(key);
  before.catch(() => undefined); // the transaction was aborted, and reports it
  return { before };
}

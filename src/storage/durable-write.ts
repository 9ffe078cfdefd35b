import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { ClipsheetSchema, Database } from './schema';
import { isRoomShort, lookForRoom, nameByRoom, requireRoom } from './room';
import { nameStorageError } from './storage-errors';
import { isGuarded, parseWritten } from './written-record';

type Stores = StoreNames<ClipsheetSchema>;

/** A transaction that writes to the named stores, at least; to clips by `putClip` and `deleteClip` alone. */
export interface Writing<Names extends Stores> {
  objectStore: <Name extends Names>(
    name: Name,
  ) => Name extends 'clips' ? IDBPObjectStore<ClipsheetSchema, Stores[], Name> : WritableStore<Name>;
}

/** Cursors of it write nothing: each record goes through `put`. */
type WritableStore<Name extends Stores> = Omit<IDBPObjectStore<ClipsheetSchema, Stores[], Name>, Writer> &
  Required<Pick<IDBPObjectStore<ClipsheetSchema, Stores[], Name, 'readwrite'>, Writer>>;
type Writer = 'put' | 'delete' | 'clear';

/**
 * Runs `work` in one transaction and answers when it is on the disk, or fails with a StorageError and nothing is written.
 * `work` awaits nothing but the database, else the transaction ends under it. Where there is too little room nothing is begun,
 * unless it needs none to speak of.
 */
export async function writeDurably<Names extends Stores, Result>(
  database: Database,
  stores: Names[],
  work: (transaction: Writing<Names>) => Promise<Result>,
  { needsRoom = true }: { needsRoom?: boolean } = {},
): Promise<Result> {
  if (isRoomShort() && needsRoom) await requireRoom(); // else it begins in this very task
  let transaction: IDBPTransaction<ClipsheetSchema, Stores[], 'readwrite'> | undefined;
  try {
    transaction = database.transaction<Stores[], 'readwrite'>(stores, 'readwrite', { durability: 'strict' });
    const [result] = await Promise.all([workThenCommit(transaction, work), transaction.done]);
    return result;
  } catch (error) {
    // What aborted the transaction says more than the AbortError of a request that it took along.
    throw await nameByRoom(nameStorageError(transaction?.error ?? error));
  } finally {
    void lookForRoom();
  }
}

async function workThenCommit<Names extends Stores, Result>(
  transaction: IDBPTransaction<ClipsheetSchema, Stores[], 'readwrite'>,
  work: (transaction: Writing<Names>) => Promise<Result>,
): Promise<Result> {
  try {
    // Clips and cursors can be written here too, which the type hides.
    const writing = {
      objectStore: (name: Names) => guard(transaction.objectStore(name)),
    } as unknown as Writing<Names>;
    const result = await work(writing);
    transaction.commit();
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

/** The one door: what is put into a store that a backup holds is parsed by what reads backups, here and nowhere else. */
function guard<Name extends Stores>(store: IDBPObjectStore<ClipsheetSchema, Stores[], Name, 'readwrite'>) {
  const { name } = store;
  if (!isGuarded(name)) return store;
  return new Proxy(store, {
    get(target, property) {
      if (property === 'put')
        return (record: unknown, key?: never) => target.put(parseWritten(name, record), key);
      const member: unknown = Reflect.get(target, property, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

function abort(transaction: IDBPTransaction<ClipsheetSchema, Stores[], 'readwrite'>): void {
  try {
    transaction.abort();
  } catch (error) {
    // A failed request has ended it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { ClipsheetSchema, Database } from './schema';
import { isSpaceLow, measureFreeSpace, recognizeDiskFull, requireFreeSpace } from './free-space';
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

export type Transaction = IDBPTransaction<ClipsheetSchema, Stores[], 'readwrite'>;

/** Copies saves outside the database. `Save` is what it remembers of one. */
export interface SaveCopier<Save> {
  /** The stores that a transaction on these must have. */
  widen: (stores: Stores[]) => Stores[];
  /** The transaction, for the work that writes by it, and what gives the save once that is done: in the transaction still. */
  record: (
    transaction: Transaction,
  ) => [recorded: Pick<Transaction, 'objectStore'>, number: () => Promise<Save>];
  /** Copies what has been committed. Never rejects. */
  keep: (database: Database, save: Save) => Promise<void>;
}

let copier: SaveCopier<unknown> | undefined;

/** From now on no save of this page or worker is answered before it is copied. */
export function copySavesBy<Save>(chosen: SaveCopier<Save>): void {
  copier = chosen as SaveCopier<unknown>; // it is given back what it has made
}

export interface WritingOptions {
  needsSpace?: boolean;
  /** The copy has it already: it is where this comes from. */
  isCopied?: boolean;
}

/**
 * Runs `work` in one transaction and answers when it is on the disk and copied, or fails with a StorageError and nothing is
 * written. `work` awaits nothing but the database, else the transaction ends under it. Where there is too little room nothing
 * is begun, unless it needs none to speak of.
 */
export async function writeDurably<Names extends Stores, Result>(
  database: Database,
  stores: Names[],
  work: (transaction: Writing<Names>) => Promise<Result>,
  { needsSpace = true, isCopied = false }: WritingOptions = {},
): Promise<Result> {
  if (isSpaceLow() && needsSpace) await requireFreeSpace(); // else it begins in this very task
  const copying = isCopied ? undefined : copier;
  let transaction: Transaction | undefined;
  try {
    const scope = copying?.widen(stores) ?? stores;
    transaction = database.transaction<Stores[], 'readwrite'>(scope, 'readwrite', { durability: 'strict' });
    const [recorded, number] = copying?.record(transaction) ?? [transaction];
    const [[result, save]] = await Promise.all([
      workThenCommit(transaction, () => work(guarded(recorded)), number),
      transaction.done,
    ]);
    await copying?.keep(database, save);
    return result;
  } catch (error) {
    // What aborted the transaction says more than the AbortError of a request that it took along.
    throw await recognizeDiskFull(nameStorageError(transaction?.error ?? error));
  } finally {
    void measureFreeSpace();
  }
}

async function workThenCommit<Result, Save>(
  transaction: Transaction,
  work: () => Promise<Result>,
  number: (() => Promise<Save>) | undefined,
): Promise<[Result, Save | undefined]> {
  try {
    const result = await work();
    const save = await number?.();
    transaction.commit();
    return [result, save];
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

/** Clips and cursors can be written by it too, which the type hides. */
function guarded<Names extends Stores>(recorded: Pick<Transaction, 'objectStore'>): Writing<Names> {
  return { objectStore: (name: Names) => guard(recorded.objectStore(name)) } as unknown as Writing<Names>;
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

function abort(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch (error) {
    // A failed request has ended it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

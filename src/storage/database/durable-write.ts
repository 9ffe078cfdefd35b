import type { IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import { announceChange, type Change } from './changes';
import type { ClipsheetSchema, Database } from './schema';
import { isSpaceLow, measureFreeSpace, recognizeDiskFull, requireFreeSpace } from './free-space';
import { nameStorageError } from './storage-errors';
import { isGuarded, parseWritten } from './written-record';

type Stores = StoreNames<ClipsheetSchema>;

/** A transaction that writes at least to the named stores; to clips only by `putClip` and `deleteClip`. */
export interface Writing<Names extends Stores> {
  objectStore: <Name extends Names>(
    name: Name,
  ) => Name extends 'clips' ? IDBPObjectStore<ClipsheetSchema, Stores[], Name> : WritableStore<Name>;
}

/** Its cursors do not write, because each record must go through `put`. */
type WritableStore<Name extends Stores> = Omit<IDBPObjectStore<ClipsheetSchema, Stores[], Name>, Writer> &
  Required<Pick<IDBPObjectStore<ClipsheetSchema, Stores[], Name, 'readwrite'>, Writer>>;
type Writer = 'put' | 'delete' | 'clear';

export type Transaction = IDBPTransaction<ClipsheetSchema, Stores[], 'readwrite'>;

/** Copies saves outside the database. `Save` is what it remembers of a save. */
export interface SaveCopier<Save> {
  /** Adds the stores that it needs to those of a transaction. */
  widen: (stores: Stores[]) => Stores[];
  /**
   * Returns the transaction for the work, and a function that returns the save after the work, still within the transaction. `isCopied`: what
   * it writes comes from the copy.
   */
  record: (
    transaction: Transaction,
    isCopied: boolean,
  ) => [recorded: Pick<Transaction, 'objectStore'>, number: () => Promise<Save>];
  /** Copies what has been committed. Never rejects. */
  keep: (database: Database, save: Save) => Promise<void>;
}

let copier: SaveCopier<unknown> | undefined;

/** From now on, each save of this page or worker resolves only after it has been copied. */
export function copySavesBy<Save>(chosen: SaveCopier<Save>): void {
  copier = chosen as SaveCopier<unknown>; // it receives only what it has made
}

interface DurableWriteOptions<Result> {
  needsSpace?: boolean;
  /** What the other pages are told as soon as the work is committed: a page that closes while it is copied tells them, too. */
  announce?: (result: Result) => Change | undefined;
  /** The records come from the copy, so they need not be copied; an issue that is deleted for them must be. */
  isCopied?: boolean;
}

/**
 * Runs `work` in one transaction. Resolves when the transaction is on the disk and copied; throws a StorageError if nothing was
 * written. `work` must not await anything but the database, because the transaction would end. If space is low, nothing is
 * started, unless the work needs almost none.
 */
export async function writeDurably<Names extends Stores, Result>(
  database: Database,
  stores: Names[],
  work: (transaction: Writing<Names>) => Promise<Result>,
  { needsSpace = true, isCopied = false, announce }: DurableWriteOptions<Result> = {},
): Promise<Result> {
  if (isSpaceLow() && needsSpace) await requireFreeSpace(); // otherwise it starts synchronously
  const copying = copier;
  let transaction: Transaction | undefined;
  try {
    const scope = copying?.widen(stores) ?? stores;
    transaction = database.transaction<Stores[], 'readwrite'>(scope, 'readwrite', { durability: 'strict' });
    const [recorded, number] = copying?.record(transaction, isCopied) ?? [transaction];
    const [[result, save]] = await Promise.all([
      workThenCommit(transaction, () => work(guarded(recorded)), number),
      transaction.done,
    ]);
    const change = announce?.(result);
    if (change) announceChange(change);
    await copying?.keep(database, save);
    return result;
  } catch (error) {
    // The error that aborted the transaction says more than the AbortError of its last request.
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

/** It can also write clips and use cursors, which the type hides. */
function guarded<Names extends Stores>(recorded: Pick<Transaction, 'objectStore'>): Writing<Names> {
  return { objectStore: (name: Names) => guard(recorded.objectStore(name)) } as unknown as Writing<Names>;
}

/**
 * The only place where records are checked before they are written: each store that a backup contains parses them with the
 * schemas that read backups.
 */
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

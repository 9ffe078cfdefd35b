import type { StoreNames, IDBPTransaction } from 'idb';
import type { ClipsheetSchema, Database } from '../database/schema';
import type { CopiedWrite } from './copied-write';

/**
 * Which saves the database contains. It is in the store `upkeep` under a key of its own, and the transaction of each save
 * writes it: a database that has lost saves names an earlier one.
 */
export interface JournalState {
  /** Changes whenever the database is created, or is found to have lost saves. */
  generation: string;
  /** How many saves there were in this generation. */
  saves: number;
  /** The id of the last save. */
  last: string;
  /** Earlier generations that the user has restored or does not want back. */
  settled?: string[];
  /** Earlier generations of which the database had only the beginning, and how many of their saves. */
  setBack?: { generation: string; saves: number }[];
}

/** What one transaction has written, and its position in the order of all saves. */
export interface Save {
  generation: string;
  number: number;
  id: string;
  /** The id of the save before it. */
  after: string;
  writes: readonly CopiedWrite[];
}

type Upkeep = Pick<
  IDBPTransaction<ClipsheetSchema, StoreNames<ClipsheetSchema>[], 'readwrite'>,
  'objectStore'
>;

// The schema has one record for this store; this is a second one, which only this file reads.
const KEY = 'journal' as 'upkeep';

/** `undefined` if nothing was ever saved here. */
export async function readJournalState(database: Database): Promise<JournalState | undefined> {
  return (await database.get('upkeep', KEY)) as unknown as JournalState | undefined;
}

/** For use within a transaction, after its last write. */
export async function numberSave(transaction: Upkeep, writes: readonly CopiedWrite[]): Promise<Save> {
  const store = transaction.objectStore('upkeep');
  const state = ((await store.get(KEY)) as unknown as JournalState | undefined) ?? newGeneration();
  const save = { generation: state.generation, number: state.saves + 1, id: newId(), after: state.last };
  void store.put({ ...state, saves: save.number, last: save.id } as never, KEY);
  return { ...save, writes };
}

/** Writes what `change` returns for the current state. */
export async function changeJournalState(
  database: Database,
  change: (state: JournalState) => JournalState,
): Promise<JournalState> {
  const transaction = database.transaction('upkeep', 'readwrite', { durability: 'strict' });
  const state = change(
    ((await transaction.store.get(KEY)) as unknown as JournalState | undefined) ?? newGeneration(),
  );
  await Promise.all([transaction.store.put(state as never, KEY), transaction.done]);
  return state;
}

/** Counts an empty save, so that a checkpoint is due, and replaces one that was made after the same save. */
export function countEmptySave(
  database: Database,
  change: (state: JournalState) => JournalState = (state) => state,
): Promise<JournalState> {
  return changeJournalState(database, (state) => ({
    ...change(state),
    saves: state.saves + 1,
    last: newId(),
  }));
}

export function newGeneration(): JournalState {
  return { generation: newId(), saves: 0, last: '0' };
}

function newId(): string {
  return crypto.randomUUID().slice(-12);
}

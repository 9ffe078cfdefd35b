import type { StoreNames, IDBPTransaction } from 'idb';
import type { ClipsheetSchema, Database } from '../database/schema';
import type { RecordedWrite } from '../outbox/recorded-writes';
import type { CopiedWrite } from './copied-write';
import { areAllCounted, compareCounts, countAfter, COUNTED, type RecordCounts } from './counted-records';

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
  /** Earlier generations of which the database had only a part. */
  setBack?: SetBack[];
  /** How many records these saves have left in the database. Absent: not counted yet. */
  records?: RecordCounts;
}

interface SetBack {
  generation: string;
  /** How many of its saves the database had, counted from the first one. */
  saves: number;
  /** If it had not what these saves have left: how many records it lacked, not counting those that it had in earlier versions. */
  lacking?: RecordCounts;
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

const MOST_SET_BACK = 20;

// The schema has one record for this store; this is a second one, which only this file reads.
const KEY = 'journal' as 'upkeep';

/** `undefined` if nothing was ever saved here. */
export async function readJournalState(database: Database): Promise<JournalState | undefined> {
  return (await database.get('upkeep', KEY)) as unknown as JournalState | undefined;
}

/** For use within a transaction, after its last write. `recorded` are all of its writes, `writes` those that are copied. */
export async function numberSave(
  transaction: Upkeep,
  recorded: readonly RecordedWrite[],
  writes: readonly CopiedWrite[],
): Promise<Save> {
  const store = transaction.objectStore('upkeep');
  const state = ((await store.get(KEY)) as unknown as JournalState | undefined) ?? newGeneration();
  const save = { generation: state.generation, number: state.saves + 1, id: newId(), after: state.last };
  const records = state.records && { records: await countAfter(state.records, recorded) };
  void store.put({ ...state, ...records, saves: save.number, last: save.id } as never, KEY);
  return { ...save, writes };
}

/**
 * Counts the records. If there are others than the saves have left, the browser has lost or set back part of the database: a new
 * generation begins, and the files of the copy belong to an earlier one.
 */
export async function checkRecordCounts(database: Database): Promise<void> {
  const scope = ['upkeep', ...COUNTED] as const;
  if ((await compareRecords(database.transaction(scope))).isAsLeft) return; // other pages can save meanwhile
  const transaction = database.transaction(scope, 'readwrite', { durability: 'strict' });
  const { isAsLeft, state = newGeneration(), found, lacking } = await compareRecords(transaction);
  const current = lacking ? setBackFrom(state, { lacking }) : state;
  const records = found;
  if (!isAsLeft) void transaction.objectStore('upkeep').put({ ...current, records } as never, KEY);
  await transaction.done;
}

type Counted = 'upkeep' | (typeof COUNTED)[number];

async function compareRecords<Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<ClipsheetSchema, readonly Counted[], Mode>,
) {
  const state = (await transaction.objectStore('upkeep').get(KEY)) as unknown as JournalState | undefined;
  const count = async (store: Counted) => [store, await transaction.objectStore(store).count()] as const;
  const found = Object.fromEntries(await Promise.all(COUNTED.map(count))) as Required<RecordCounts>;
  const lacking = state?.records && compareCounts(state.records, found);
  return { isAsLeft: areAllCounted(state?.records) && lacking === undefined, state, found, lacking };
}

/** Begins a new generation if nothing was saved since `state`: the database has not all that its saves have written. */
export async function setBackAfter(database: Database, { generation, saves }: JournalState): Promise<void> {
  const lacking: RecordCounts = Object.fromEntries(COUNTED.map((store) => [store, 0]));
  await changeJournalState(database, (current) =>
    current.generation === generation && current.saves === saves
      ? setBackFrom(current, { lacking })
      : current,
  );
}

/** The state of a database that lacks some of the saves of its generation, or some of their records. */
export function setBackFrom(
  { generation, saves, settled = [], setBack = [], records }: JournalState,
  part: Pick<SetBack, 'lacking'> = {},
): JournalState {
  return {
    ...newGeneration(),
    // What was restored from earlier generations may be lacking again, and is in their files until a checkpoint contains it.
    settled: part.lacking === undefined ? settled : [],
    setBack: [...setBack, { generation, saves, ...part }].slice(-MOST_SET_BACK),
    ...(records && { records }),
  };
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

function newGeneration(): JournalState {
  return { generation: newId(), saves: 0, last: '0' };
}

function newId(): string {
  return crypto.randomUUID().slice(-12);
}

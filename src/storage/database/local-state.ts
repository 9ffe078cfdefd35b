import { SYSTEM, type ClockAndIds } from './clock';
import { writeDurably, type Writing } from './durable-write';
import type { Database, LocalState } from './schema';

/** The state of this database on this machine. Created when it is first read. */
export function readLocalState(
  database: Database,
  ids: Pick<ClockAndIds, 'newId'> = SYSTEM,
): Promise<LocalState> {
  return changeLocalState(database, (localState) => localState, ids);
}

/** Writes what `change` returns for the current state. */
export async function changeLocalState(
  database: Database,
  change: (localState: LocalState) => LocalState,
  ids: Pick<ClockAndIds, 'newId'> = SYSTEM,
): Promise<LocalState> {
  const found = await database.get('upkeep', 'upkeep');
  if (found !== undefined && change(found) === found) return found;
  return writeDurably(
    database,
    ['upkeep'],
    async (transaction) => {
      const localState = change(await localStateIn(transaction, ids));
      await transaction.objectStore('upkeep').put(localState, 'upkeep');
      return localState;
    },
    { needsSpace: false }, // a backup is needed most when the disk is full
  );
}

/** For use within a transaction. */
async function localStateIn(
  transaction: Writing<'upkeep'>,
  { newId }: Pick<ClockAndIds, 'newId'>,
): Promise<LocalState> {
  return (await transaction.objectStore('upkeep').get('upkeep')) ?? { origin: newId() };
}

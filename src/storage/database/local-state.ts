import { SYSTEM, type ClockAndIds } from './clock';
import { writeDurably, type Writing } from './durable-write';
import type { Database, Upkeep } from './schema';

/** What is true of this database on this machine; made at the first look. */
export function readUpkeep(database: Database, ids: Pick<ClockAndIds, 'newId'> = SYSTEM): Promise<Upkeep> {
  return changeUpkeep(database, (upkeep) => upkeep, ids);
}

/** Writes what `change` makes of it as it is at that moment. */
export async function changeUpkeep(
  database: Database,
  change: (upkeep: Upkeep) => Upkeep,
  ids: Pick<ClockAndIds, 'newId'> = SYSTEM,
): Promise<Upkeep> {
  const found = await database.get('upkeep', 'upkeep');
  if (found !== undefined && change(found) === found) return found;
  return writeDurably(
    database,
    ['upkeep'],
    async (transaction) => {
      const upkeep = change(await upkeepIn(transaction, ids));
      await transaction.objectStore('upkeep').put(upkeep, 'upkeep');
      return upkeep;
    },
    { needsRoom: false }, // a backup is never wanted more than when the disk is full
  );
}

/** For use within a transaction. */
export async function upkeepIn(
  transaction: Writing<'upkeep'>,
  { newId }: Pick<ClockAndIds, 'newId'>,
): Promise<Upkeep> {
  return (await transaction.objectStore('upkeep').get('upkeep')) ?? { origin: newId() };
}

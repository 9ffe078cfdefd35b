import { SYSTEM, type ClockAndIds } from './database/clock';
import { writeDurably } from './database/durable-write';
import type { Database } from './database/schema';

/** Saves a picture unchanged and returns its id. */
export async function savePicture(
  database: Database,
  data: Blob,
  { newId }: Pick<ClockAndIds, 'newId'> = SYSTEM,
): Promise<string> {
  return writeDurably(database, ['pictures'], (transaction) =>
    transaction.objectStore('pictures').put({ id: newId(), data }),
  );
}

export async function readPicture(database: Database, id: string): Promise<Blob | undefined> {
  return (await database.get('pictures', id))?.data;
}

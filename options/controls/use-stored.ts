import { useEffect, useState } from 'preact/hooks';
import { onChange, type Change } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import { nameStorageError, StorageError } from '../../src/storage/database/storage-errors';

/**
 * The result of `read`, read again after each change that concerns it. `undefined` until it has been read. Pass functions that
 * stay the same.
 */
export function useStored<Stored>(
  database: Database | undefined,
  read: (database: Database) => Promise<Stored>,
  isConcerned: (change: Change) => boolean,
): Stored | undefined {
  const [stored, setStored] = useState<Stored>();
  useEffect(() => {
    if (database === undefined) return undefined;
    const readAgain = async () => {
      try {
        const found = await read(database);
        setStored(() => found);
      } catch (error) {
        // A message at the top of the page says that the database has been closed.
        if (!(nameStorageError(error) instanceof StorageError)) throw error;
      }
    };
    void readAgain();
    return onChange((change) => {
      if (isConcerned(change)) void readAgain();
    });
  }, [database, read, isConcerned]);
  return stored;
}

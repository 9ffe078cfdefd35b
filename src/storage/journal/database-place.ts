import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { unlessRefused, type TurnPlace } from './copy-place';

const NUMBERS = [2, 3, 4, 5];
const STORE = 'files';

interface PlaceSchema extends DBSchema {
  [STORE]: {
    key: string;
    value: { content: string | Blob; writtenAt: number };
    indexes: { writtenAt: number };
  };
}

/**
 * Five databases beside that of the records, for a browser without storage buckets. Firefox keeps each database in SQLite files of its
 * own, and a torn one costs only that database. Each is one file for all that was saved in a turn, so turns must be short.
 */
export function databasePlaces(databaseName: string): readonly [TurnPlace, ...TurnPlace[]] {
  const place = (number: number) => databasePlace(number, databaseName);
  return [place(1), ...NUMBERS.map(place)];
}

function databasePlace(number: number, databaseName: string): TurnPlace {
  const name = `copy ${number} ${databaseName}`;
  const withPlace = async <Result>(work: (database: IDBPDatabase<PlaceSchema>) => Promise<Result>) => {
    const database = await openDB<PlaceSchema>(name, 1, {
      upgrade: (made) => {
        const store = made.createObjectStore(STORE);
        store.createIndex('writtenAt', 'writtenAt');
      },
    });
    try {
      return await work(database);
    } finally {
      database.close(); // Firefox then moves what was written from its log into the database, so the files are at rest soon
    }
  };
  const write = async (added: ReadonlyMap<string, string | Blob>, removed: readonly string[]) => {
    const files: [string, string | Blob][] = [];
    // A file of another place may be removed while the browser still refers to it.
    for (const [file, content] of added)
      files.push([file, typeof content === 'string' ? content : new Blob([await content.arrayBuffer()])]);
    await withPlace(async (database) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      await Promise.all([
        ...removed.map((file) => store.delete(file)),
        ...files.map(([file, content]) => store.put({ content, writtenAt: Date.now() }, file)),
        transaction.done,
      ]);
    });
  };
  return {
    names: () => withPlace((database) => database.getAllKeys(STORE)),
    write: (file, content) => write(new Map([[file, content]]), []),
    replace: (record, added, removed) => write(new Map([...added, [record, '']]), removed),
    read: (file) =>
      unlessRefused(async () => {
        const written = await withPlace((database) => database.get(STORE, file));
        return written && { ...written, content: new Blob([written.content]) };
      }),
    remove: (file) => withPlace((database) => database.delete(STORE, file)),
    lastWrite: () =>
      withPlace(async (database) => {
        const latest = await database.transaction(STORE).store.index('writtenAt').openKeyCursor(null, 'prev');
        return latest?.key ?? 0;
      }),
    renew: () => deleteDB(name),
  };
}

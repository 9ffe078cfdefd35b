import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { unlessRefused, type TurnPlace } from './copy-place';

const NUMBERS = [2, 3, 4, 5, 6];
const STORE = 'files';

/**
 * A longer content is stored in pieces of so many bytes. Firefox keeps a Blob, and a value above 1 MB, in a file of its own and notes in
 * `idb/….files/journals` that it is being written. Profiles with such notes and torn databases have lost everything of the origin.
 */
const PIECE = 256 * 1024;

interface PlaceSchema extends DBSchema {
  [STORE]: {
    /** The name of a file, or with a number that of one of its pieces. Names come before all pieces. */
    key: string | [file: string, number: number];
    value: StoredFile | ArrayBuffer;
    indexes: { writtenAt: number };
  };
}

interface StoredFile {
  /** That of a file in pieces is their number. Earlier versions have stored Blobs. */
  content: string | number | Blob;
  writtenAt: number;
}

const allNames = () => IDBKeyRange.upperBound([], true);
const piecesOf = (file: string) => IDBKeyRange.bound([file, 0], [file, Infinity]);

/**
 * Six databases beside that of the records, for a browser without storage buckets. Firefox keeps each database in SQLite files of its
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
    const records: [key: PlaceSchema[typeof STORE]['key'], value: StoredFile | ArrayBuffer][] = [];
    const writtenAt = Date.now();
    for (const [file, content] of added) {
      const pieces = isShort(content) ? [] : await divide(content);
      records.push([file, { content: isShort(content) ? content : pieces.length, writtenAt }]);
      for (const [number, piece] of pieces.entries()) records.push([[file, number], piece]);
    }
    await withPlace(async (database) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      await Promise.all([
        ...removed.map((file) => store.delete(file)),
        ...[...removed, ...added.keys()].map((file) => store.delete(piecesOf(file))),
        ...records.map(([key, value]) => store.put(value, key)),
        transaction.done,
      ]);
    });
  };
  return {
    names: () => withPlace(async (database) => (await database.getAllKeys(STORE, allNames())).map(String)),
    has: (file) => withPlace(async (database) => (await database.getKey(STORE, file)) !== undefined),
    write: (file, content) => write(new Map([[file, content]]), []),
    replace: (record, added, removed) => write(new Map([...added, [record, '']]), removed),
    read: (file) =>
      unlessRefused(() =>
        withPlace(async (database) => {
          const { store } = database.transaction(STORE);
          const stored = (await store.get(file)) as StoredFile | undefined;
          if (stored === undefined) return undefined;
          const { content, writtenAt } = stored;
          const parts = typeof content === 'number' ? await store.getAll(piecesOf(file)) : [content];
          return { content: new Blob(parts as BlobPart[]), writtenAt };
        }),
      ),
    remove: (file) => write(new Map(), [file]),
    lastWrite: () =>
      withPlace(async (database) => {
        const latest = await database.transaction(STORE).store.index('writtenAt').openKeyCursor(null, 'prev');
        return latest?.key ?? 0;
      }),
    renew: () => deleteDB(name),
  };
}

function isShort(content: string | Blob): content is string {
  return typeof content === 'string' && content.length <= PIECE;
}

async function divide(content: string | Blob): Promise<ArrayBuffer[]> {
  const whole = new Blob([content]);
  const pieces: ArrayBuffer[] = [];
  for (let start = 0; start < whole.size; start += PIECE)
    pieces.push(await whole.slice(start, start + PIECE).arrayBuffer());
  return pieces;
}

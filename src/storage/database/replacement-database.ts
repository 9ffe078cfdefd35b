import { openDB } from 'idb';

/**
 * Chromium neither opens nor deletes databases whose list of files (`MANIFEST`) is missing. A storage bucket
 * (https://wicg.github.io/storage-buckets/) keeps its databases in files of its own, so a new database can be created there.
 * Firefox has no buckets, but keeps each database in a file of its own: a new one needs only another name. It lists no databases
 * while one of them is torn, so the names are tried.
 */
export const BUCKET = 'database';

/** Of the last replacement that a database can have, without storage buckets. */
export const LAST_REPLACEMENT = 5;
const NAME = /^(.*) replacement (\d+)$/u;

export const { storageBuckets } = navigator as { storageBuckets?: StorageBuckets };

export interface StorageBuckets {
  keys: () => Promise<string[]>;
  open: (name: string, options?: { persisted: boolean }) => Promise<StorageBucket>;
  delete: (name: string) => Promise<void>;
}

interface StorageBucket {
  indexedDB: IDBFactory;
  getDirectory: () => Promise<FileSystemDirectoryHandle>;
}

let isEntered = false;

/**
 * The name under which the replacement of a database is opened, `undefined` if there is none. In Chromium, this page or worker
 * uses the databases in the bucket from now on.
 */
export async function enterReplacement(name: string): Promise<string | undefined> {
  if (!storageBuckets) return findLatest(name);
  if (isEntered || !(await storageBuckets.keys()).includes(BUCKET)) return undefined;
  Object.defineProperty(globalThis, 'indexedDB', { value: (await storageBuckets.open(BUCKET)).indexedDB });
  isEntered = true;
  return name;
}

async function findLatest(name: string): Promise<string | undefined> {
  let latest: string | undefined;
  for (let number = 1; number <= LAST_REPLACEMENT; number += 1) {
    const replacement = nameReplacement(name, number);
    if (await exists(replacement)) latest = replacement;
  }
  return latest;
}

/** Also if it is torn, and does not open. */
async function exists(name: string): Promise<boolean> {
  try {
    const opened = await openDB(name, undefined, {
      upgrade(_database, _oldVersion, _newVersion, transaction) {
        transaction.done.catch(() => undefined); // the error ends the opening, too
        transaction.abort();
      },
    });
    opened.close();
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'AbortError');
  }
}

export function nameReplacement(name: string, number: number): string {
  return `${name} replacement ${number}`;
}

/** The name of the database that this one replaces, under which its copy is kept; else its own name. */
export function originalName({ name }: { readonly name: string }): string {
  return NAME.exec(name)?.[1] ?? name;
}

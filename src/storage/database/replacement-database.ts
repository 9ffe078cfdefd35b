/**
 * Chromium neither opens nor deletes databases whose list of files (`MANIFEST`) is missing. A storage bucket
 * (https://wicg.github.io/storage-buckets/) keeps its databases in files of its own, so a new database can be created there.
 * Firefox has no buckets, but keeps each database in a file of its own: a new one needs only another name.
 */
export const BUCKET = 'database';

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
  if (!storageBuckets) {
    const latest = Math.max(...(await listReplacements(name)));
    return latest > 0 ? nameReplacement(name, latest) : undefined;
  }
  if (isEntered || !(await storageBuckets.keys()).includes(BUCKET)) return undefined;
  Object.defineProperty(globalThis, 'indexedDB', { value: (await storageBuckets.open(BUCKET)).indexedDB });
  isEntered = true;
  return name;
}

/** The numbers of the replacements that a database has, without storage buckets. */
export async function listReplacements(name: string): Promise<number[]> {
  const names = (await indexedDB.databases()).map((database) => NAME.exec(database.name ?? ''));
  return names.flatMap((found) => (found?.[1] === name ? [Number(found[2])] : []));
}

export function nameReplacement(name: string, number: number): string {
  return `${name} replacement ${number}`;
}

/** The name of the database that this one replaces, under which its copy is kept; else its own name. */
export function originalName({ name }: { readonly name: string }): string {
  return NAME.exec(name)?.[1] ?? name;
}

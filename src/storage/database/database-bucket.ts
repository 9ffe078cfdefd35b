/**
 * Chromium neither opens nor deletes databases whose list of files (`MANIFEST`) is missing. A storage bucket
 * (https://wicg.github.io/storage-buckets/) keeps its databases in files of its own, so a new database can be created there.
 * Firefox has no buckets.
 */
export const BUCKET = 'database';

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

/** From now on, this page or worker uses the databases in the bucket. Returns `false` if there is none, or it does so already. */
export async function enterBucket(): Promise<boolean> {
  if (isEntered || !storageBuckets || !(await storageBuckets.keys()).includes(BUCKET)) return false;
  Object.defineProperty(globalThis, 'indexedDB', { value: (await storageBuckets.open(BUCKET)).indexedDB });
  return (isEntered = true);
}

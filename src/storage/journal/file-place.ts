import type { StorageBuckets } from '../database/database-bucket';
import { unlessRefused, type CopyPlace } from './copy-place';

const ROOT = 'journal';
const BUCKETS = ['journal', 'journal-2', 'journal-3', 'journal-4'];

/**
 * The folders that hold the files: one in the origin private file system, and one in the file system of each of four storage buckets. Chromium
 * keeps the names of all files of a file system in one log (`File System/…/Paths`, `WebStorage/…/FileSystem/…/Paths`), which it
 * writes with each file that is created or removed. If that log is torn, many files of that file system are lost.
 */
export function filePlaces(
  databaseName: string,
  buckets: StorageBuckets,
): readonly [CopyPlace, ...CopyPlace[]] {
  const openIn = (bucket: string) => async () =>
    (await buckets.open(bucket, { persisted: true })).getDirectory();
  return [
    filePlace(databaseName, () => navigator.storage.getDirectory()),
    ...BUCKETS.map((bucket) => filePlace(databaseName, openIn(bucket))),
  ];
}

export function filePlace(
  databaseName: string,
  openSystem: () => Promise<FileSystemDirectoryHandle>,
): CopyPlace {
  const name = encodeURIComponent(databaseName);
  const openRoot = async () => (await openSystem()).getDirectoryHandle(ROOT, { create: true });
  let opened: Promise<FileSystemDirectoryHandle> | undefined;
  const open = () => (opened ??= openRoot().then((root) => root.getDirectoryHandle(name, { create: true })));
  return {
    prepare: open,
    names: async () => {
      const names: string[] = [];
      for await (const file of (await open()).keys()) names.push(file);
      return names;
    },
    write: async (file, content) => {
      const handle = await (await open()).getFileHandle(file, { create: true });
      const writable = await handle.createWritable();
      if (typeof content === 'string') {
        await writable.write(content);
        await writable.close();
      } else await content.stream().pipeTo(writable);
    },
    read: (file) =>
      unlessRefused(async () => {
        const content = await (await (await open()).getFileHandle(file)).getFile();
        return { content, writtenAt: content.lastModified };
      }),
    remove: async (file) => {
      await unlessRefused(async () => (await open()).removeEntry(file)); // another page has removed it
    },
    lastWrite: async () => {
      let last = 0;
      for await (const handle of (await open()).values()) {
        const file = handle.kind === 'file' && (await unlessRefused(() => handle.getFile()));
        if (file) last = Math.max(last, file.lastModified);
      }
      return last;
    },
    renew: async () => {
      opened = undefined;
      await (await openRoot()).removeEntry(name, { recursive: true });
    },
  };
}

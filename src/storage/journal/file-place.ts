import { unlessRefused, type CopyPlace } from './copy-place';

const ROOT = 'journal';

/**
 * A folder of the origin private file system. Chromium keeps the names of all its files in one log (`File System/…/Paths`),
 * which it writes with each file that is created or removed. If that log is torn, many files are lost.
 */
export function filePlace(databaseName: string): CopyPlace {
  const name = encodeURIComponent(databaseName);
  const openRoot = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(ROOT, { create: true });
  const open = async () => (await openRoot()).getDirectoryHandle(name, { create: true });
  return {
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
      await (await openRoot()).removeEntry(name, { recursive: true });
    },
  };
}

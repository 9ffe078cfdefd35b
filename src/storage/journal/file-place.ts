import type { StorageBuckets } from '../database/replacement-database';
import { nameUnfinished } from './copy-file';
import { unlessRefused, type CopyPlace, type TurnPlace } from './copy-place';
import { lastTurn, nameTurn, type Turn } from './copy-turn';

const ROOT = 'journal';
const BUCKETS = ['journal', 'journal-2', 'journal-3', 'journal-4', 'journal-5'];

/**
 * The folders that hold the files: one in the origin private file system, and one in the file system of each of five storage buckets. Chromium
 * keeps the names of all files of a file system in one log (`File System/…/Paths`, `WebStorage/…/FileSystem/…/Paths`), which it
 * writes with each file that is created or removed. If that log is torn, many files of that file system are lost.
 */
export function filePlaces(
  databaseName: string,
  buckets: StorageBuckets,
): readonly [TurnPlace, ...TurnPlace[]] {
  const openIn = (bucket: string) => async () =>
    (await buckets.open(bucket, { persisted: true })).getDirectory();
  return [
    filePlace(databaseName, () => navigator.storage.getDirectory()),
    ...BUCKETS.map((bucket) => filePlace(databaseName, openIn(bucket))),
  ];
}

/** So many files are written at the same time, because the first ones must be there soon. */
const AT_ONCE = 8;

function filePlace(databaseName: string, openSystem: () => Promise<FileSystemDirectoryHandle>): TurnPlace {
  const name = encodeURIComponent(databaseName);
  const openRoot = async () => (await openSystem()).getDirectoryHandle(ROOT, { create: true });
  let folder: Promise<FileSystemDirectoryHandle> | undefined;
  const open = async () => {
    try {
      return await (folder ??= openRoot().then((root) => root.getDirectoryHandle(name, { create: true })));
    } catch (error) {
      folder = undefined;
      throw error;
    }
  };
  const write: CopyPlace['write'] = async (file, content) => writeFile(await open(), file, content);
  const remove: CopyPlace['remove'] = async (file) => {
    await unlessRefused(async () => (await open()).removeEntry(file)); // another page has removed it
  };
  return {
    names: async () => {
      try {
        return await listNames(await open());
      } catch (error) {
        if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
        folder = undefined; // another page has cleared the place
        return listNames(await open());
      }
    },
    has: async (file) => (await unlessRefused(async () => (await open()).getFileHandle(file))) !== undefined,
    write,
    remove,
    replace: async (record, added, removed) => {
      await recordTurn(await open(), record, lastTurn(removed));
      const files = [...added];
      for (let first = 0; first < files.length; first += AT_ONCE)
        await Promise.all(files.slice(first, first + AT_ONCE).map((each) => write(...each)));
      await Promise.all(removed.map(remove));
    },
    read: (file) =>
      unlessRefused(async () => {
        const content = await (await (await open()).getFileHandle(file)).getFile();
        return { content, writtenAt: content.lastModified };
      }),
    lastWrite: async () => lastWriteIn(await open()),
    renew: async () => {
      folder = undefined;
      await (await openRoot()).removeEntry(name, { recursive: true });
    },
  };
}

/** The record of the turn before gets the new name, so that no page that looks for it finds it while the place is being written. */
async function recordTurn(folder: FileSystemDirectoryHandle, record: string, before: Turn): Promise<void> {
  const previous = await unlessRefused(() => folder.getFileHandle(nameTurn(before)));
  if (previous) await (previous as MovableFile).move(record);
  else await folder.getFileHandle(record, { create: true });
}

async function listNames(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

/** Chromium can rename a file; TypeScript does not know it yet: https://github.com/whatwg/fs/pull/10 */
type MovableFile = FileSystemFileHandle & { move: (name: string) => Promise<void> };

/** A file has its name only when it has its content, because whoever lists the names takes it that the place has these files. */
async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: string | Blob,
): Promise<void> {
  if (content === '') {
    await folder.getFileHandle(name, { create: true });
    return;
  }
  const handle = await folder.getFileHandle(nameUnfinished(), { create: true });
  const writable = await handle.createWritable();
  if (typeof content === 'string') {
    await writable.write(content);
    await writable.close();
  } else await content.stream().pipeTo(writable);
  await (handle as MovableFile).move(name);
}

/** In milliseconds since 1970. */
async function lastWriteIn(folder: FileSystemDirectoryHandle): Promise<number> {
  let last = 0;
  for await (const handle of folder.values()) {
    const file = handle.kind === 'file' && (await unlessRefused(() => handle.getFile()));
    if (file) last = Math.max(last, file.lastModified);
  }
  return last;
}

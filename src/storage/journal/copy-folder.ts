/**
 * Where the second copy lies: a folder of the origin private file system, for each database one. A file's name says what is in
 * it, so that most questions are answered by the list of names alone.
 */
const ROOT = 'journal';

/** One save, or everything as it was after a save. */
export type CopyKind = 'save' | 'checkpoint';

export interface CopyName {
  kind: CopyKind;
  generation: string;
  number: number;
  id: string;
  /** The id of the save before it; of a checkpoint, its own. */
  after: string;
  /** Something was deleted for good: what was copied before is to go soon. */
  isPurge: boolean;
}

export interface CopyFile extends CopyName {
  name: string;
}

const NAME = /^(save|checkpoint)\.(\w+)\.(\d{12})\.(\w+)\.(\w+)(\.purge)?$/u;

export function nameFile({ kind, generation, number, id, after, isPurge }: CopyName): string {
  const place = String(number).padStart(12, '0');
  return `${kind}.${generation}.${place}.${id}.${after}${isPurge ? '.purge' : ''}`;
}

export async function openFolder(databaseName: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const journal = await root.getDirectoryHandle(ROOT, { create: true });
  return journal.getDirectoryHandle(encodeURIComponent(databaseName), { create: true });
}

/** In the order of their numbers, whatever their generation. */
export async function listFiles(folder: FileSystemDirectoryHandle): Promise<CopyFile[]> {
  const files: CopyFile[] = [];
  for await (const name of folder.keys()) {
    const [, kind, generation = '', number, id = '', after = '', purge] = NAME.exec(name) ?? [];
    if (kind === 'save' || kind === 'checkpoint')
      files.push({ name, kind, generation, number: Number(number), id, after, isPurge: purge !== undefined });
  }
  return files.sort((one, other) => one.number - other.number);
}

/** The file has its content when this resolves, or is empty. */
export async function writeFile(
  folder: FileSystemDirectoryHandle,
  name: string,
  content: string | Blob,
): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  if (typeof content === 'string') {
    await writable.write(content);
    await writable.close();
  } else await content.stream().pipeTo(writable);
}

/** `undefined`: it is no longer there, or the browser does not read it. */
export async function readFile(
  folder: FileSystemDirectoryHandle,
  { name }: CopyFile,
): Promise<File | undefined> {
  try {
    return await (await folder.getFileHandle(name)).getFile();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}

export async function removeFiles(
  folder: FileSystemDirectoryHandle,
  files: readonly CopyFile[],
): Promise<void> {
  for (const { name } of files) await folder.removeEntry(name).catch(() => undefined); // another page has removed it
}

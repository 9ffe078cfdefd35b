import { checkFile, writeCheckedBackup } from './checked-backup';
import { nameBackup } from './backup-name';
import { SYSTEM, type ClockAndIds } from '../database/clock';
import type { LongWork } from '../database/long-work';
import type { Database } from '../database/schema';
import { changeLocalState, readLocalState } from '../database/local-state';

/** How many backups are kept in the folder; the oldest are deleted. */
export const MOST_IN_FOLDER = 10;
const OURS = /^clipsheet-\d{4}-\d\d-\d\d-\d{4}\.jsonl$/u;

type Permission = 'granted' | 'denied' | 'prompt';

/** https://wicg.github.io/file-system-access: not part of TypeScript's library. */
interface PermittedHandle {
  queryPermission?: (options: { mode: 'readwrite' }) => Promise<Permission>;
  requestPermission?: (options: { mode: 'readwrite' }) => Promise<Permission>;
}
type Handle = FileSystemDirectoryHandle & PermittedHandle;

/** Writes a backup into a folder once a day from now on. */
export async function chooseFolder(database: Database, handle: FileSystemDirectoryHandle): Promise<void> {
  await changeLocalState(database, (localState) => ({ ...localState, folder: { handle } }));
}

export async function forgetFolder(database: Database): Promise<void> {
  await changeLocalState(database, ({ folder: _, ...localState }) => localState);
}

/** The state of the chosen folder; nothing if none is chosen. `asks`: the browser allows writing only after a click. */
export async function readFolder(
  database: Database,
): Promise<{ name: string; writtenAt?: string; state: 'ready' | 'asks' } | undefined> {
  const { folder } = await readLocalState(database);
  if (folder === undefined) return undefined;
  const { handle, writtenAt } = folder;
  const state = (await permissionOf(handle)) === 'granted' ? 'ready' : 'asks';
  return { name: handle.name, ...(writtenAt !== undefined && { writtenAt }), state };
}

/**
 * Writes today's backup into the folder, if one is chosen, the browser permits it and today has no backup yet. Pages call it
 * when they open; if two open at once, only one backup is written.
 */
export async function backUpDaily(
  database: Database,
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<'written' | 'not-now'> {
  return navigator.locks.request('clipsheet-folder-backup', { ifAvailable: true }, async (lock) => {
    const { folder } = await readLocalState(database);
    if (lock === null || folder === undefined || isToday(folder.writtenAt, clockAndIds.now()))
      return 'not-now';
    if ((await permissionOf(folder.handle)) !== 'granted') return 'not-now';
    await write(database, folder.handle, clockAndIds);
    return 'written';
  });
}

/**
 * The same immediately, whenever the last one was written. To be called after a click, because the browser may ask for
 * permission.
 */
export async function backUpNow(
  database: Database,
  work: LongWork = {},
  clockAndIds: ClockAndIds = SYSTEM,
): Promise<'written' | 'not-permitted'> {
  const { folder } = await readLocalState(database);
  if (folder === undefined) return 'not-permitted';
  const handle: Handle = folder.handle;
  const permission = await (handle.requestPermission?.({ mode: 'readwrite' }) ?? 'granted');
  if (permission !== 'granted') return 'not-permitted';
  await write(database, handle, clockAndIds, work);
  return 'written';
}

/** The file takes its place only when it is complete. It is then read again, and deleted if it is not what was written. */
async function write(
  database: Database,
  folder: FileSystemDirectoryHandle,
  clockAndIds: ClockAndIds,
  work: LongWork = {},
): Promise<void> {
  const { file: backup, count } = await writeCheckedBackup(database, work, clockAndIds);
  const now = clockAndIds.now();
  const name = nameBackup(now);
  const file = await folder.getFileHandle(name, { create: true });
  await backup.stream().pipeTo(await file.createWritable());
  await checkFile(await file.getFile(), count).catch(async (error: unknown) => {
    await folder.removeEntry(name);
    throw error;
  });
  await removeOldest(folder);
  const at = now.toISOString();
  await changeLocalState(database, (localState) => ({
    ...localState,
    backedUpAt: at,
    folder: { handle: folder, writtenAt: at },
  }));
}

async function removeOldest(folder: FileSystemDirectoryHandle): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (OURS.test(name)) names.push(name);
  for (const name of names.sort().slice(0, -MOST_IN_FOLDER)) await folder.removeEntry(name);
}

async function permissionOf(handle: Handle): Promise<Permission> {
  return (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
}

function isToday(instant: string | undefined, now: Date): boolean {
  return instant !== undefined && new Date(instant).toDateString() === now.toDateString();
}

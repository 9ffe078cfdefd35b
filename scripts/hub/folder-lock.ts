/** Only one command at a time works on a hub's folder: two would overwrite each other's settings. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Another command works on the hub. The message says what to do. */
export class HubBusyError extends Error {
  override readonly name = 'HubBusyError';
}

const MOST_SECONDS_TO_WAIT = 20;

/** Runs a task while no other command has the folder, for which it waits some seconds. Throws HubBusyError. */
export async function withFolderLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'hub.lock');
  const deadline = Date.now() + MOST_SECONDS_TO_WAIT * 1000;
  while (!take(file)) {
    removeIfStale(file);
    if (Date.now() > deadline)
      throw new HubBusyError(
        `Another command works on this hub (process ${ownerOf(file) ?? 'unknown'}). Try again when it has ended. ` +
          `If there is none, delete ${file}.`,
      );
    await wait(100);
  }
  try {
    return await task();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isError(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Of a command that was killed. Renamed first, so that the lock of another one that has just done the same is not removed. */
function removeIfStale(file: string): void {
  const owner = ownerOf(file);
  if (owner === undefined || isAlive(owner)) return;
  const taken = `${file}.${process.pid}`;
  try {
    renameSync(file, taken);
  } catch (error) {
    if (isError(error, 'ENOENT')) return; // another command was faster
    throw error;
  }
  if (ownerOf(taken) === owner) rmSync(taken);
  else renameSync(taken, file);
}

/** The process that has the lock; `undefined` if there is none, or it has yet to write its number. */
function ownerOf(file: string): number | undefined {
  try {
    const number = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(number) && number > 0 ? number : undefined;
  } catch (error) {
    if (isError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isError(error, 'ESRCH'); // of another user otherwise
  }
}

function isError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

import { DatabaseUnavailableError, DiskFullError } from './storage-errors';

/**
 * The room on the disk that is left to the browser, in bytes. It needs some to tidy its database, and a database that has met
 * the very end of a disk may be given up by the browser as a whole (docs/reliability.md).
 */
const RESERVE = 32 * 1024 * 1024;

/** How often it is looked for room that is to come, and how many milliseconds apart: for longer than Chromium waits (10 s). */
const LOOKS = 60;
const BETWEEN_LOOKS = 250;

let isShort = false;
let looks = 0;
let lastLook = 0;

/** Whether there was too little room to write when it was looked last: at the opening, and after each write. */
export function isSpaceLow(): boolean {
  return isShort;
}

export async function measureFreeSpace(): Promise<void> {
  const look = ++looks;
  const room = await readRoom();
  if (look < lastLook) return; // a later one has answered before
  lastLook = look;
  isShort = room !== undefined && room < RESERVE;
}

/** Fails with DiskFullError where there was too little room and still is. */
export async function requireFreeSpace(): Promise<void> {
  if (isShort) await measureFreeSpace();
  if (isShort) throw new DiskFullError('There is less room than the browser needs');
}

/** Waits until there is room: the browser takes away the files of what was deleted some seconds later. In vain, it ends as well. */
export async function waitForFreeSpace(): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    await measureFreeSpace();
    if (!isShort) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}

/** In bytes. `undefined`: the browser does not tell. */
async function readRoom(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? undefined : quota - usage;
  } catch (error) {
    if (error instanceof TypeError) return undefined; // so the standard has it where there is no storage to speak of
    throw error;
  }
}

/** A full disk is reported as a failure of the database, by a name that says nothing: the room says it. */
export async function recognizeDiskFull(error: unknown): Promise<unknown> {
  if (!(error instanceof DatabaseUnavailableError)) return error;
  await measureFreeSpace();
  return isShort ? new DiskFullError(error.message, { cause: error }) : error;
}

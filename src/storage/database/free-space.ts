import { DatabaseUnavailableError, DiskFullError } from './storage-errors';

/**
 * The free space that is left to the browser, in bytes. The browser needs some to compact its database, and it may give up a
 * database that has reached the end of a disk (docs/reliability.md).
 */
const RESERVE = 32 * 1024 * 1024;

/**
 * How many times to check for space that is being freed, and how many milliseconds apart: in total longer than Chromium's delay
 * (10 s).
 */
const LOOKS = 60;
const BETWEEN_LOOKS = 250;

let isLow = false;
let looks = 0;
let lastLook = 0;

/** Whether space was low at the last check: after opening, and after each write. */
export function isSpaceLow(): boolean {
  return isLow;
}

export async function measureFreeSpace(): Promise<void> {
  const look = ++looks;
  const space = await readFreeSpace();
  if (look < lastLook) return; // a later check has already returned
  lastLook = look;
  isLow = space !== undefined && space < RESERVE;
}

/** Throws DiskFullError if space was low and still is. */
export async function requireFreeSpace(): Promise<void> {
  if (isLow) await measureFreeSpace();
  if (isLow) throw new DiskFullError('Space is low');
}

/**
 * Waits until there is space, because the browser deletes files some seconds after their records. Also returns if no space
 * becomes free.
 */
export async function waitForFreeSpace(): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    await measureFreeSpace();
    if (!isLow) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}

/** In bytes; `undefined` if the browser does not tell. */
async function readFreeSpace(): Promise<number | undefined> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined ? undefined : quota - usage;
  } catch (error) {
    if (error instanceof TypeError) return undefined; // the standard's error if storage is not available
    throw error;
  }
}

/** Browsers report a full disk as a generic error, so we check the free space. */
export async function recognizeDiskFull(error: unknown): Promise<unknown> {
  if (!(error instanceof DatabaseUnavailableError)) return error;
  await measureFreeSpace();
  return isLow ? new DiskFullError(error.message, { cause: error }) : error;
}

import { withDatabase } from '../storage/database/database';
import { recordFailure } from '../storage/database/error-log';
import { maintainCopy } from '../storage/journal/checkpoint';

/**
 * Milliseconds from a save until the copy is brought up to date. Until then, a save is in only one place of the copy, so a
 * power failure that damages it leaves the other place intact. The browser keeps the worker alive for longer.
 */
const REST = 6_000;

let isCopied = true;

/** To be called after each save with the error that prevented its copy, or with nothing. */
export function noteCopy(error: unknown): void {
  isCopied = error === undefined;
  if (error === undefined) return;
  console.error('Clipsheet: the second copy', error);
  void recordFailure('backup', error);
}

/** Whether the last save of this worker has been copied outside the database. */
export function wasCopied(): boolean {
  return isCopied;
}

/** Brings the copy up to date. Callers do not wait for it. */
export async function bringCopyUpToDate(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, REST));
  try {
    await withDatabase(maintainCopy);
  } catch (error) {
    noteCopy(error);
  }
}

import { withDatabase } from '../storage/database';
import { recordFailure } from '../storage/failures';
import { maintainCopy } from '../storage/journal/checkpoint';

let isCopied = true;

/** To be called after each save: with what kept it from being copied, or with nothing. */
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

/** Brings the copy up to date. Nobody waits for it. */
export async function bringCopyUpToDate(): Promise<void> {
  try {
    await withDatabase(maintainCopy);
  } catch (error) {
    noteCopy(error);
  }
}

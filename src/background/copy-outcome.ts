import { withDatabase } from '../storage/database/database';
import { recordFailure } from '../storage/database/error-log';
import { AFTER_CHANGE, maintainCopy } from '../storage/journal/copy-upkeep';

/** How many steps the worker takes. The browser keeps it alive for half a minute after the last event. */
const STEPS = 8;

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

/** Brings the copy up to date, some seconds after the save. Callers do not wait for it. */
export async function bringCopyUpToDate(): Promise<void> {
  try {
    let pause: number | undefined = AFTER_CHANGE;
    for (let step = 0; step < STEPS && pause !== undefined; step += 1) {
      const rest = pause;
      await new Promise((resolve) => setTimeout(resolve, rest));
      pause = await withDatabase((database) => maintainCopy(database));
    }
  } catch (error) {
    noteCopy(error);
  }
}

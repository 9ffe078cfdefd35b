const LOCK = 'clipsheet-popup';
/** Milliseconds. A popup whose page never answers must not hold up the work for longer, each time. */
const LONGEST = 1_000;

/** Says that a popup is opening, until the promise settles or the popup is closed. */
export function holdBackWork(opening: Promise<unknown>): void {
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => opening);
}

/** Resolves when no popup is opening, or after a second: long work that can wait leaves the processor to it. */
export async function untilPopupIsOpen(): Promise<void> {
  try {
    await navigator.locks.request(LOCK, { signal: AbortSignal.timeout(LONGEST) }, () => undefined);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // it took too long
  }
}

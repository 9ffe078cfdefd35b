/** What goes with work that may take long. */
export interface LongWork {
  /** Called now and then with the share that is done, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  /** Ends the work before it is done: it fails with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A part of the work, from one share of it to another. */
export function shareOfWork({ onProgress, signal }: LongWork, from: number, to: number): LongWork {
  return { signal, onProgress: (share) => onProgress?.(from + share * (to - from)) };
}

/** To be called at each step of the work: tells how far it is, and fails when it is to end. */
export function passStep({ onProgress, signal }: LongWork, share: number): void {
  signal?.throwIfAborted();
  onProgress?.(share);
}

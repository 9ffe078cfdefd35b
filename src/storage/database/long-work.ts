/** The options of work that may take long. */
export interface LongWork {
  /** Called now and then with the share that is done, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  /** Cancels the work: it throws the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** The options for a part of the work, which is that range of the whole. */
export function shareOfWork({ onProgress, signal }: LongWork, from: number, to: number): LongWork {
  return { signal, onProgress: (share) => onProgress?.(from + share * (to - from)) };
}

/** To be called at each step of the work: reports the progress, and throws if the work was cancelled. */
export function passStep({ onProgress, signal }: LongWork, share: number): void {
  signal?.throwIfAborted();
  onProgress?.(share);
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { LongWork } from '../../src/storage/database/long-work';

export interface LongWorkState {
  /** The progress of the current work, from 0 to 1. Absent: there is none. */
  share: number | undefined;
  cancel: () => void;
  /** Runs work; returns nothing if it was cancelled. The caller handles errors. */
  run: <Result>(work: (attended: LongWork) => Promise<Result>) => Promise<Result | undefined>;
}

/** Long work with progress and Cancel. It is cancelled when the component that started it is removed. */
export function useLongWork(): LongWorkState {
  const [share, setShare] = useState<number>();
  const controlRef = useRef(new AbortController());
  const cancel = () => controlRef.current.abort();
  useEffect(() => cancel, []);

  const run: LongWorkState['run'] = async (work) => {
    const control = new AbortController();
    controlRef.current = control;
    setShare(0);
    try {
      // In steps of one per cent, so that thousands of records a second are not drawn one by one.
      return await work({
        signal: control.signal,
        onProgress: (done) => setShare(Math.floor(done * 100) / 100),
      });
    } catch (error) {
      if (control.signal.aborted) return undefined;
      throw error;
    } finally {
      setShare(undefined);
    }
  };
  return { share, cancel, run };
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { LongWork } from '../../src/storage/database/long-work';

export interface LongWorkState {
  /** How far the work under way is, from 0 to 1. Absent: none is. */
  share: number | undefined;
  cancel: () => void;
  /** Runs work; gives nothing where it was cancelled. Its failure is the caller's. */
  run: <Result>(work: (attended: LongWork) => Promise<Result>) => Promise<Result | undefined>;
}

/** Long work that is seen and can be cancelled. It ends with the part of the page that began it. */
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
      // Steps of a hundredth: thousands of records a second need not be drawn one by one.
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

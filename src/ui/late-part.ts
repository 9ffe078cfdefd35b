import { useEffect, useState } from 'preact/hooks';

/**
 * A part of a page that is loaded when it is needed: `undefined` until it is there.
 * @param load the same function each time
 */
export function useLatePart<Part>(isNeeded: boolean, load: () => Promise<Part>): Part | undefined {
  const [part, setPart] = useState<{ loaded: Part }>();
  useEffect(() => {
    if (isNeeded) void load().then((loaded) => setPart({ loaded }));
  }, [isNeeded, load]);
  return part?.loaded;
}

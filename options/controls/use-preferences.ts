import { useEffect, useState } from 'preact/hooks';
import type { Database } from '../../src/storage/database/database';
import { keepPreferences, type KeptPreferences, type ShownPreferences } from './kept-preferences';

/** The current preferences of a database, and a function that changes them. `undefined` until they have been read. */
export function usePreferences(
  database: Database,
): { kept: KeptPreferences; shown: ShownPreferences } | undefined {
  const [shown, setShown] = useState<ShownPreferences>();
  const [kept, setKept] = useState<KeptPreferences>();
  useEffect(() => {
    const keeping = keepPreferences(database, setShown);
    setKept(keeping);
    return keeping.stop;
  }, [database]);
  return kept && shown && { kept, shown };
}

import { useEffect, useState } from 'preact/hooks';
import type { Change } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import {
  readChosenNewsletter,
  readNewsletters,
  type ListedNewsletter,
} from '../../src/storage/newsletter-list';
import { useStored } from '../controls/use-stored';

/**
 * All newsletters, the id of the one whose settings are shown, and a function that shows those of another. At first it is the one that was
 * chosen last at the desk or in the popup. `undefined` until they have been read.
 */
export function useNewsletters(
  database: Database,
): [
  newsletters: readonly ListedNewsletter[] | undefined,
  id: string | undefined,
  show: (id: string) => void,
] {
  const newsletters = useStored(database, readNewsletters, concernsNewsletters);
  const [shownId, setShownId] = useState<string>();
  useEffect(() => {
    void readChosenNewsletter(database).then((id) => setShownId((shown) => shown ?? id));
  }, [database]);
  return [newsletters, shownId, setShownId];
}

const concernsNewsletters = ({ preferences, issues, isRestored }: Change) =>
  preferences !== undefined || issues !== undefined || isRestored !== undefined;

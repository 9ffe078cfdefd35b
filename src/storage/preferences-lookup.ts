import type { IDBPObjectStore, StoreNames } from 'idb';
import * as v from 'valibot';
import { FIRST_NEWSLETTER } from '../news/newsletter';
import { preferencesFor, preferencesSchema, type Preferences } from '../news/preferences';
import type { ClipsheetSchema, Database } from './database/schema';

/** What reading preferences reads, in a transaction that writes or not. */
interface PreferenceReading {
  objectStore: <Name extends 'preferences' | 'newsletters'>(
    name: Name,
  ) => Pick<IDBPObjectStore<ClipsheetSchema, StoreNames<ClipsheetSchema>[], Name>, 'get'>;
}

/** Fills in the defaults for what a record lacks. */
export function parsePreferences(record: unknown): Preferences {
  return v.parse(preferencesSchema, record ?? {});
}

/** The preferences that apply to a newsletter. */
export function readPreferences(database: Database, newsletterId = FIRST_NEWSLETTER): Promise<Preferences> {
  return preferencesIn(database.transaction(['preferences', 'newsletters']), newsletterId);
}

/** For use within a transaction. */
export async function preferencesIn(
  transaction: PreferenceReading,
  newsletterId: string,
): Promise<Preferences> {
  const shared = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
  if (newsletterId === FIRST_NEWSLETTER) return shared;
  const newsletter = await transaction.objectStore('newsletters').get(newsletterId);
  return preferencesFor(shared, parsePreferences(newsletter?.settings));
}

import * as v from 'valibot';
import { preferencesSchema, type Preferences } from '../news/preferences';
import { announceChange } from './changes';
import { writeDurably } from './durable-write';
import type { Database } from './schema';

/** What a record lacks is filled with the defaults. */
export function parsePreferences(record: unknown): Preferences {
  return v.parse(preferencesSchema, record ?? {});
}

export async function readPreferences(database: Database): Promise<Preferences> {
  return parsePreferences(await database.get('preferences', 'preferences'));
}

/** Writes what `change` makes of the preferences as they are at that moment. */
export async function changePreferences(
  database: Database,
  change: (preferences: Preferences) => Preferences,
): Promise<Preferences> {
  const changed = await writeDurably(database, ['preferences'], async (transaction) => {
    const store = transaction.objectStore('preferences');
    const preferences = change(parsePreferences(await store.get('preferences')));
    await store.put(preferences, 'preferences');
    return preferences;
  });
  announceChange({ preferences: true });
  return changed;
}

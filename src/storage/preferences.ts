import type { Preferences } from '../news/preferences';
import { announceChange } from './changes';
import { writeDurably } from './durable-write';
import { parsePreferences } from './preferences-lookup';
import type { Database } from './schema';

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

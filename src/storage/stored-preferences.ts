import { editPreferences } from '../news/merge/preference-versions';
import type { Preferences } from '../news/preferences';
import { announceChange } from './database/changes';
import { writeDurably, type Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import { parsePreferences } from './preferences-lookup';
import type { Database } from './database/schema';

/** Writes what `change` returns for the current preferences. */
export async function changePreferences(
  database: Database,
  change: (preferences: Preferences) => Preferences,
): Promise<Preferences> {
  const changed = await writeDurably(database, ['preferences'], async (transaction) => {
    const before = parsePreferences(await transaction.objectStore('preferences').get('preferences'));
    return putChangedPreferences(transaction, before, change(before));
  });
  announceChange({ preferences: true });
  return changed;
}

/** For use within a transaction. */
export async function putChangedPreferences(
  transaction: Writing<'preferences'>,
  before: Preferences,
  changed: Preferences,
): Promise<Preferences> {
  const preferences = editPreferences(before, changed, AUTHOR);
  await transaction.objectStore('preferences').put(preferences, 'preferences');
  return preferences;
}

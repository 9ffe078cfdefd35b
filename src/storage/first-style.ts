import { isSame } from '../news/edits/deep-equality';
import { DEFAULT_PREFERENCES, type Preferences } from '../news/preferences';
import { firstStyle } from '../news/house-styles';
import { announceChange } from './database/changes';
import { writeDurably } from './database/durable-write';
import type { Database } from './database/schema';

/** Gives a database without any content the house style in the language of the interface (BCP 47). */
export async function setFirstStyle(database: Database, language: string): Promise<void> {
  const preferences = firstPreferences(language);
  if (isSame(preferences, DEFAULT_PREFERENCES)) return;
  const isSet = await writeDurably(database, ['preferences', 'issues', 'clips'], async (transaction) => {
    const store = transaction.objectStore('preferences');
    const counts = [
      await store.count(),
      await transaction.objectStore('issues').count(),
      await transaction.objectStore('clips').count(),
    ];
    if (counts.some((count) => count > 0)) return false;
    await store.put(preferences, 'preferences');
    return true;
  });
  if (isSet) announceChange({ preferences: true });
}

/**
 * Removes preferences that nobody has changed since `setFirstStyle`, before those of another database are merged with them: its
 * newsletter keeps its language.
 */
export async function removeFirstStyle(database: Database): Promise<void> {
  const stored = await database.get('preferences', 'preferences');
  if (stored === undefined || !isFirst(stored)) return;
  await writeDurably(
    database,
    ['preferences'],
    async (transaction) => {
      const store = transaction.objectStore('preferences');
      const now = await store.get('preferences');
      if (now !== undefined && isFirst(now)) await store.delete('preferences');
    },
    { needsSpace: false },
  );
  announceChange({ preferences: true });
}

function isFirst(preferences: Preferences): boolean {
  return isSame(preferences, firstPreferences(preferences.houseStyle.language));
}

function firstPreferences(language: string): Preferences {
  return { ...DEFAULT_PREFERENCES, houseStyle: firstStyle(language) };
}

import { isSame } from '../news/edits/deep-equality';
import { recordNewsletterEdit } from '../news/merge/newsletter-versions';
import { recordPreferencesEdit } from '../news/merge/preference-versions';
import { FIRST_NEWSLETTER } from '../news/newsletter';
import { DEFAULT_PREFERENCES, preferencesFor, type Preferences } from '../news/preferences';
import { announceChange } from './database/changes';
import { writeDurably, type Writing } from './database/durable-write';
import { AUTHOR } from './database/edit-author';
import { parsePreferences, preferencesIn } from './preferences-lookup';
import type { Database } from './database/schema';

/** Writes what `change` returns for the preferences that apply to a newsletter now. */
export async function changePreferences(
  database: Database,
  change: (preferences: Preferences) => Preferences,
  newsletterId = FIRST_NEWSLETTER,
): Promise<Preferences> {
  const changed = await writeDurably(database, ['preferences', 'newsletters'], async (transaction) =>
    putChangedPreferences(transaction, newsletterId, change(await preferencesIn(transaction, newsletterId))),
  );
  announceChange({ preferences: true });
  return changed;
}

/** For use within a transaction. What all newsletters share is written to the preferences, and the rest to the newsletter. */
export async function putChangedPreferences(
  transaction: Writing<'preferences' | 'newsletters'>,
  newsletterId: string,
  changed: Preferences,
): Promise<Preferences> {
  const store = transaction.objectStore('preferences');
  const before = parsePreferences(await store.get('preferences'));
  if (newsletterId === FIRST_NEWSLETTER) {
    const preferences = recordPreferencesEdit(before, changed, AUTHOR);
    await store.put(preferences, 'preferences');
    return preferences;
  }
  const shared = recordPreferencesEdit(before, sharedOf(before, changed), AUTHOR);
  if (!isSame(shared, before)) await store.put(shared, 'preferences');
  const newsletters = transaction.objectStore('newsletters');
  const newsletter = (await newsletters.get(newsletterId)) ?? { id: newsletterId };
  const settings = preferencesFor(DEFAULT_PREFERENCES, changed);
  await newsletters.put(recordNewsletterEdit(newsletter, { ...newsletter, settings }, AUTHOR));
  return preferencesFor(shared, settings);
}

/** The preferences with what all newsletters share, as it was changed for one of them. */
function sharedOf(before: Preferences, changed: Preferences): Preferences {
  const { keepsPopupOpen: _, ...others } = before;
  const { outletNames, keepsPopupOpen, houseStyle } = changed;
  return {
    ...others,
    houseStyle: { ...before.houseStyle, severalLanguages: houseStyle.severalLanguages },
    outletNames,
    ...(keepsPopupOpen !== undefined && { keepsPopupOpen }),
  };
}

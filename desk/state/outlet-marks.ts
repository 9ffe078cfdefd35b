import { changePreferences } from '../../src/storage/preferences';
import type { Desk } from './desk';

/** Says of a site (as `siteOf` writes it) whether it publishes in several languages, for all issues from now on. */
export async function markSeveralLanguages(desk: Desk, site: string, isMarked: boolean): Promise<void> {
  await changePreferences(desk.database, ({ houseStyle, ...preferences }) => ({
    ...preferences,
    houseStyle: { ...houseStyle, severalLanguages: { ...houseStyle.severalLanguages, [site]: isMarked } },
  }));
  await desk.readAgain({ preferences: true });
}

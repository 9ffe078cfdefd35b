import { readPreferences } from '../../src/storage/preferences-lookup';
import { ownValue } from '../../src/news/keyed-record';
import { changePreferences } from '../../src/storage/stored-preferences';
import type { Desk } from '../state/desk';
import { withField } from './optional-field';

/** Stores whether a site (in the form of `siteOf`) publishes in several languages, for all issues from now on. */
export async function markSeveralLanguages(desk: Desk, site: string, isMarked: boolean): Promise<void> {
  const { houseStyle } = await readPreferences(desk.database);
  const previous = ownValue(houseStyle.severalLanguages, site);
  if (!(await turnMark(desk, site, previous, isMarked))) return;
  desk.recordAction({
    name: desk.translate(isMarked ? 'deskActSeveralLanguages' : 'deskActOneLanguage', site),
    changes: {
      action: {
        undo: () => turnMark(desk, site, isMarked, previous),
        redo: () => turnMark(desk, site, previous, isMarked),
      },
    },
  });
  await desk.readAgain({ preferences: true });
}

/**
 * Changes the mark of a site. `undefined` is no mark: the outlet directory decides. Does nothing and returns `false` if the
 * stored mark is not `from` any more.
 */
async function turnMark(
  desk: Desk,
  site: string,
  from: boolean | undefined,
  to: boolean | undefined,
): Promise<boolean> {
  let isTurned = false;
  await changePreferences(desk.database, (preferences) => {
    const { houseStyle } = preferences;
    const { severalLanguages } = houseStyle;
    isTurned = ownValue(severalLanguages, site) === from;
    if (!isTurned) return preferences;
    const marks = withField(severalLanguages, site, to);
    return { ...preferences, houseStyle: { ...houseStyle, severalLanguages: marks } };
  });
  return isTurned;
}

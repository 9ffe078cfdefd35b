import { formOf, PREFERENCE_FIELDS } from '../record-fields';
import { REPORT, type HouseStyle } from '../house-style';
import type { Preferences } from '../preferences';
import type { Author } from '../edits/author';
import { isSame } from '../edits/deep-equality';
import type { Fields } from '../edits/record-edits';
import { RecordVersions } from '../edits/record-versions';

/** Each setting, each outlet name and each site with several languages is a single value. */
const VERSIONS = new RecordVersions<Preferences>({
  form: {
    parts: [],
    formOf: (path) => formOf(PREFERENCE_FIELDS, path),
    hidesTwins: () => false,
    isReasonToStay: () => true,
  },
  fieldsOf: fieldsOfPreferences,
  recordOf: preferencesOf,
});

/**
 * Records the change that somebody has made from `before` to `changed`. The result includes all edits and is ready to be stored.
 */
export function recordPreferencesEdit(
  before: Preferences,
  changed: Preferences,
  author: Author,
): Preferences {
  return VERSIONS.recordEdit(before, changed, author);
}

/**
 * Merges two versions of the preferences. The result does not depend on the order of merging, and merging again changes nothing.
 */
export function mergePreferenceVersions(one: Preferences, other: Preferences): Preferences {
  return isSame(one, other) ? one : VERSIONS.merge(one, other);
}

/** Puts preferences that came from a file into the form in which they are stored. */
export function tidyPreferences(preferences: Preferences): Preferences {
  return VERSIONS.tidy(preferences);
}

/** Leaves out settings at their default: nobody has chosen them, so another machine's choice wins. */
export function fieldsOfPreferences({ houseStyle, outletNames, edits, ...plain }: Preferences): Fields {
  const { severalLanguages, ...settings } = houseStyle;
  const fields: Fields = new Map();
  for (const [name, value] of Object.entries(plain))
    if (value !== '' && !(Array.isArray(value) && value.length === 0)) fields.set(name, value);
  for (const [name, value] of Object.entries(settings))
    if (value !== REPORT[name as keyof HouseStyle]) fields.set(`houseStyle/${name}`, value);
  for (const [site, isSeveral] of Object.entries(severalLanguages))
    fields.set(`severalLanguages/${site}`, isSeveral);
  for (const [site, name] of Object.entries(outletNames)) fields.set(`outletNames/${site}`, name);
  return fields;
}

export function preferencesOf(fields: Fields): Preferences {
  const below = (prefix: string) =>
    Object.fromEntries(
      [...fields].flatMap(([path, value]) =>
        path.startsWith(prefix) ? [[path.slice(prefix.length), value] as const] : [],
      ),
    );
  const preferences: unknown = {
    standingSections: [],
    ...Object.fromEntries([...fields].filter(([path]) => !path.includes('/'))),
    houseStyle: { ...REPORT, ...below('houseStyle/'), severalLanguages: below('severalLanguages/') },
    outletNames: below('outletNames/'),
  };
  // The fields are those of preferences, and storage parses every record that it writes.
  return preferences as Preferences;
}

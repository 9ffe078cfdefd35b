/** Fills in a message of the interface. Pure; works for any locale that `Intl` supports. */

/** Separates the plural forms of a message: `$1 clip | $1 clips`. */
export const FORM_SEPARATOR = ' | ';

/** The order of the forms in a message. A language has only some of them, and CLDR says which. */
export const PLURAL_FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Replaces `$1`, `$2` … by the values. The last value that is a number chooses the plural form by the rules of the language, and
 * numbers are written in its way. `language` is a BCP 47 tag.
 */
export function fillMessage(message: string, values: readonly (string | number)[], language: string): string {
  const count = values.findLast((value) => typeof value === 'number');
  const form = count === undefined ? message : pickForm(message.split(FORM_SEPARATOR), count, language);
  return form.replace(/\$(\d)/gu, (_, place: string) => {
    const value = values[Number(place) - 1] ?? '';
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

/** The form for a number. Where a message has fewer forms than its language, the last one serves for the rest. */
function pickForm(forms: readonly string[], count: number, language: string): string {
  const rules = new Intl.PluralRules(language);
  const { pluralCategories } = rules.resolvedOptions();
  const index = PLURAL_FORMS.filter((each) => pluralCategories.includes(each)).indexOf(rules.select(count));
  return forms[Math.min(index, forms.length - 1)] ?? '';
}

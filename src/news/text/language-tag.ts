/** Language tags (BCP 47) from pages, files and people. */

/** The language tag (BCP 47) if `Intl` supports it, otherwise English. */
export function knownLanguage(tag: string): string {
  return isLanguageTag(tag) ? tag : 'en';
}

/** Whether `Intl` supports the tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false; // Intl throws this for a malformed tag
    throw error;
  }
}

/** Whether a text is in another language than the issue. The script does not matter: `zh-Hans` is `zh`. */
export function isForeign(language: string | undefined, issueLanguage: string): boolean {
  return language !== undefined && language.split('-')[0] !== issueLanguage.split('-')[0];
}

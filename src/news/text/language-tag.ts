/** Language tags (BCP 47) as pages, files and people give them. */

/** A language tag (BCP 47) as `Intl` takes it; English for what is none. */
export function knownLanguage(tag: string): string {
  return isLanguageTag(tag) ? tag : 'en';
}

/** Whether `Intl` takes it. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false; // what Intl throws for a malformed tag
    throw error;
  }
}

/** Whether a text is in another language than the issue, whatever its script: `zh-Hans` is `zh`. */
export function isForeign(language: string | undefined, issueLanguage: string): boolean {
  return language !== undefined && language.split('-')[0] !== issueLanguage.split('-')[0];
}

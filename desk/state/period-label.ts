import type { Issue } from '../../src/news/issue';
import type { Translate } from '../../src/ui/translation-context';
import { describeDays } from '../../src/news/text/day';

/** A period in words, as short as possible: `17 – 23 Nov 2026`. */
export function describePeriod({ from, to }: NonNullable<Issue['period']>, translate: Translate): string {
  const language = translate('languageOfStrings');
  if (from !== undefined && to !== undefined)
    return from <= to ? describeDays(language, from, to) : translate('deskPeriodNone');
  if (from !== undefined) return translate('deskPeriodSince', describeDays(language, from));
  return to === undefined
    ? translate('deskPeriodAll')
    : translate('deskPeriodUntil', describeDays(language, to));
}

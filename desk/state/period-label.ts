import type { Issue } from '../../src/news/issue';
import type { Translate } from '../../src/ui/translation';

/** A period in words, as short as it can be said: `17 – 23 Nov 2026`. */
export function describePeriod({ from, to }: NonNullable<Issue['period']>, translate: Translate): string {
  const days = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  if (from !== undefined && to !== undefined)
    return from <= to ? days.formatRange(dateOf(from), dateOf(to)) : translate('deskPeriodNone');
  if (from !== undefined) return translate('deskPeriodSince', days.format(dateOf(from)));
  return to === undefined
    ? translate('deskPeriodAll')
    : translate('deskPeriodUntil', days.format(dateOf(to)));
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

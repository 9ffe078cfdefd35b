/** Formats the publication day and the language, for any locale that `Intl` supports. Pure. */
import type { HouseStyle } from './house-style';
import { isDay } from './text/day';
import { isLanguageTag, knownLanguage } from './text/language-tag';

/**
 * `Feb 20th` in English, `20 февр.` or `2月20日` in other languages. The day (`YYYY-MM-DD`) is the one printed on the page and is
 * never shifted. A text that is not a calendar day is returned unchanged.
 *
 * @param hasYear the short form has the year: `Feb 20th, 2023`
 */
export function writeDay(
  day: string,
  form: HouseStyle['dateForm'],
  language: string,
  hasYear = false,
): string {
  if (form === 'iso' || !isDay(day)) return day;
  const date = new Date(`${day}T00:00:00Z`);
  const locale = knownLanguage(language);
  if (form === 'long') {
    // `Intl` formats plain `en` in the American order; the house style is `20 February 2023`.
    return formatterOf(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long' }).format(date);
  }
  const parts = { ...(hasYear && { year: 'numeric' as const }), month: 'short', day: 'numeric' } as const;
  const short = formatterOf(locale, parts).format(date);
  return isEnglish(locale) ? short.replace(/\d+/u, writeOrdinal) : short;
}

/** Whether the short form of an article's day has the year in an issue of another day. */
export function needsYear(day: string, issueDay: string, { hasYear }: Pick<HouseStyle, 'hasYear'>): boolean {
  return hasYear && day.slice(0, 4) !== issueDay.slice(0, 4);
}

/** Caches formatters, because creating one takes longer than all of its formatting. */
function formatterOf(locale: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(form).join()}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

function writeOrdinal(number: string): string {
  const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return number + (suffixes[ordinals.select(Number(number))] ?? 'th');
}

function isEnglish(locale: string): boolean {
  return new Intl.Locale(locale).language === 'en';
}

/**
 * `Chinese-language` for `zh-Hans` in English. Other languages have no such word, so it is the language's name. `undefined` if
 * the tag is not a language.
 */
export function writeLanguageLabel(language: string, issueLanguage: string): string | undefined {
  if (!isLanguageTag(language)) return undefined;
  const locale = knownLanguage(issueLanguage);
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const name = names.of(new Intl.Locale(language).language);
  return name === undefined || !isEnglish(locale) ? name : `${name}-language`;
}

/** How the day of publication and the language are written out: pure, for any locale `Intl` knows. */
import type { HouseStyle } from './house-style';

/** `Feb 20th` in English, `20 февр.` or `2月20日` elsewhere; `day` is `YYYY-MM-DD` and is never shifted. */
export function writeDay(day: string, form: HouseStyle['dateForm'], language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (form === 'iso' || Number.isNaN(date.getTime())) return day;
  if (form === 'long')
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone: 'UTC',
    }).format(date);
  const short = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    date,
  );
  return language.startsWith('en') ? short.replace(/\d+$/u, ordinal) : short;
}

function ordinal(number: string): string {
  const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return number + (suffixes[new Intl.PluralRules('en', { type: 'ordinal' }).select(Number(number))] ?? 'th');
}

/** `Chinese-language` for `zh-Hans` in English; the language's own name for itself in the issue's language elsewhere. */
export function writeLanguageLabel(language: string, issueLanguage: string): string | undefined {
  const base = language.split('-')[0] ?? language;
  try {
    const name = new Intl.DisplayNames([issueLanguage], { type: 'language', fallback: 'none' }).of(base);
    return name === undefined || !issueLanguage.startsWith('en') ? name : `${name}-language`;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // no BCP 47 tag: nothing to print
    throw error;
  }
}

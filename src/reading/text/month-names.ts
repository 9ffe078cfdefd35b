import { hasLetter } from './unicode-letters';

/** Names of months in the language of a page, from `Intl`: as written next to a day, alone, and abbreviated. */

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long' },
  { month: 'long' },
  { day: 'numeric', month: 'short' },
];

type Names = ReadonlyMap<string, number>;

/**
 * The months in the languages of most pages, in the form of `plain`; `/` separates forms with different beginnings. The first
 * use of an `Intl` format takes ten milliseconds in each page, as much as all other reading.
 */
export const WRITTEN: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september october november december',
  de: 'januar/janner februar/feber marz/mrz april mai juni juli august september oktober november dezember',
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  nl: 'januari februari maart/mrt april mei juni juli augustus september oktober november december',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  no: 'januar februar mars april mai juni juli august september oktober november desember',
  tr: 'ocak subat mart nisan mayıs haziran temmuz agustos eylul ekim kasım aralık',
  ru: 'января/январь февраля/февраль марта апреля/апрель мая/маи июня/июнь июля/июль августа сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь',
  id: 'januari februari maret april mei juni juli agustus september oktober november desember',
  // languages in which months are numbered
  zh: '',
  ja: '',
  ko: '',
}; // prettier-ignore
const KNOWN = new Map<string, Names>();

/** The month (1 to 12) that a word names in one of the languages. The first three letters are enough. */
export function monthNamed(word: string, languages: readonly string[]): number | undefined {
  const wanted = plain(word);
  if (wanted.length < 2) return undefined;
  for (const language of languages) {
    for (const names of namesIn(language)) {
      const month = monthAmong(names, wanted);
      if (month !== undefined) return month;
    }
  }
  return undefined;
}

function* namesIn(language: string): Iterable<Names> {
  const written = WRITTEN[language];
  if (written === undefined) for (const form of FORMS) yield namesAs(form, language);
  else yield remembered(language, () => namesWritten(written));
}

function namesWritten(names: string): [string, number][] {
  return names
    .split(' ')
    .flatMap((forms, month) => forms.split('/').map((name): [string, number] => [name, month + 1]));
}

function monthAmong(names: Names, wanted: string): number | undefined {
  const exact = names.get(wanted);
  if (exact !== undefined || wanted.length < 3) return exact;
  const beginnings = new Set([...names].flatMap(([name, month]) => (name.startsWith(wanted) ? [month] : [])));
  return beginnings.size === 1 ? [...beginnings][0] : undefined;
}

function namesAs(form: Intl.DateTimeFormatOptions, language: string): Names {
  return remembered(language + Object.values(form).join(), () => monthsAs(form, language));
}

function remembered(key: string, list: () => Iterable<[string, number]>): Names {
  const names = KNOWN.get(key) ?? new Map(list());
  KNOWN.set(key, names);
  return names;
}

function monthsAs(form: Intl.DateTimeFormatOptions, language: string): [string, number][] {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2001, month, 1));
    return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), month + 1] as [string, number];
  }).filter(([name]) => hasLetter(name));
}

/** Removes case, accents and a final full stop: `Févr.` → `fevr`. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .toLowerCase();
}

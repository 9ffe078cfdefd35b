import { hasLetter } from './letter';

/** Names of months in the language of a page, as `Intl` knows them: as they stand beside a day, alone, and short. */

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long' },
  { month: 'long' },
  { day: 'numeric', month: 'short' },
];

type Names = ReadonlyMap<string, number>;

/** English is wanted on most pages, and the first of `Intl`'s formats takes milliseconds. */
const ENGLISH: Names = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((name, month) => [name, month + 1]),
);
const KNOWN = new Map<string, Names>();

/** The month (1 to 12) that a word names in one of the languages; a beginning of three letters and more is enough. */
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
  if (language === 'en') yield ENGLISH;
  else for (const form of FORMS) yield namesAs(form, language);
}

function monthAmong(names: Names, wanted: string): number | undefined {
  const exact = names.get(wanted);
  if (exact !== undefined || wanted.length < 3) return exact;
  const beginnings = new Set([...names].flatMap(([name, month]) => (name.startsWith(wanted) ? [month] : [])));
  return beginnings.size === 1 ? [...beginnings][0] : undefined;
}

function namesAs(form: Intl.DateTimeFormatOptions, language: string): Names {
  const key = language + Object.values(form).join();
  const names = KNOWN.get(key) ?? new Map(monthsAs(form, language));
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

/** Without case, marks and a closing full stop: `Févr.` → `fevr`. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .toLowerCase();
}

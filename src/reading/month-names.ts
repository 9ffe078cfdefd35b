/** Names of months in the language of a page, as `Intl` knows them: in full, short, and as they stand beside a day. */

const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
];

const KNOWN = new Map<string, Map<string, number>>();

/** The month (1 to 12) that a word names in one of the languages; a beginning of three letters and more is enough. */
export function monthNamed(word: string, languages: readonly string[]): number | undefined {
  const wanted = plain(word);
  if (wanted.length < 2) return undefined;
  for (const language of languages) {
    const names = namesIn(language);
    const exact = names.get(wanted);
    if (exact !== undefined) return exact;
    const beginnings = new Set(
      [...names].flatMap(([name, month]) => (name.startsWith(wanted) ? [month] : [])),
    );
    if (wanted.length >= 3 && beginnings.size === 1) return [...beginnings][0];
  }
  return undefined;
}

function namesIn(language: string): Map<string, number> {
  let names = KNOWN.get(language);
  if (names === undefined) {
    names = new Map(FORMS.flatMap((form) => monthsAs(form, language)));
    KNOWN.set(language, names);
  }
  return names;
}

function monthsAs(form: Intl.DateTimeFormatOptions, language: string): [string, number][] {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2001, month, 1));
    return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), month + 1] as [string, number];
  }).filter(([name]) => /\p{L}/u.test(name));
}

/** Without case, marks and a closing full stop: `Févr.` → `fevr`. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .toLowerCase();
}

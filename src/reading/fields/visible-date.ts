import type { ArticleEvidence, Evidence } from '../evidence/evidence';
import { NO_LETTER } from '../text/unicode-letters';
import { languageTag } from './language';
import type { PageLine } from '../evidence/page-lines';
import { writtenDates, type DateReading, type WrittenDate } from '../evidence/written-date';
import { call, get } from '../dom/node-property';

const LONGEST_DATELINE = 220;
/** Words before the day of a change, and before days unrelated to publication. */
const UPDATE =
  /updat|modif|edited|revis|correct|aktualisier|geändert|stand|actualiz|mis à jour|modifi|aggiornat|обновлен|изменен|更新|修改|最終更新|수정|güncel|zaktualiz|atualiz|gewijzigd|uppdater|opdater|oppdater|تحديث/iu;
const OTHER_DAY = /born|died|expires?|deadline|copyright|©/iu;

/** Hours, weekdays and marks next to a day, and the words that introduce it. */
const BESIDE_DAY = new RegExp(
  String.raw`\d{1,2}[:.h时時]\d\d(?:[:.]\d\d)?|\b[ap]\.?m\b|${NO_LETTER}+|\b(?:publi\w*|posted|on|at|by|uhr|um|le|el)\b|发布|发表|时间|日期`,
  'giu',
);
/** Letters besides the day. A dateline has few of them; a line with only a date has hardly any. */
const MOST_OTHERS = 80;
const FEW_OTHERS = 40;

/** The days in datelines near the headline: those with the least other text first, then the nearest to the headline. */
export function visibleDays(evidence: ArticleEvidence): string[] {
  return datelinesOf(evidence)
    .filter(({ days, others }) => days.length > 0 && others <= MOST_OTHERS)
    .toSorted((a, b) => Number(a.others > FEW_OTHERS) - Number(b.others > FEW_OTHERS))
    .flatMap(({ days }) => days);
}

/** The days of updates in datelines near the headline. */
export function daysUpdated(evidence: ArticleEvidence): string[] {
  return datelinesOf(evidence)
    .filter(({ others }) => others <= MOST_OTHERS)
    .flatMap(({ updates }) => updates);
}

function datelinesOf({ header, datesIn }: ArticleEvidence): Dateline[] {
  if (header === undefined) return [];
  return [...withSplitDates(header.below), ...header.above.map(({ text }) => text)]
    .filter((text) => text.length <= LONGEST_DATELINE)
    .map((text) => readDateline(text, datesIn(text)));
}

interface Dateline {
  days: string[];
  updates: string[];
  /** How many letters the line has besides its days. */
  others: number;
}

export function readDateline(text: string, dates: readonly WrittenDate[]): Dateline {
  const line: Dateline = { days: [], updates: [], others: text.length };
  let from = 0;
  let others = '';
  for (const { day, start, end } of dates) {
    const before = text.slice(from, start);
    const label = before.split(/\d/u).at(-1) ?? '';
    if (UPDATE.test(label)) line.updates.push(day);
    else if (!OTHER_DAY.test(label)) line.days.push(day);
    others += before;
    from = end;
  }
  return { ...line, others: (others + text.slice(from)).replace(BESIDE_DAY, '').length };
}

/** The texts of lines, and of days that some pages draw as a calendar sheet: year, month and day below each other. */
function withSplitDates(lines: readonly PageLine[]): string[] {
  const leaf = ({ text }: PageLine) => text.length <= 10;
  return lines.flatMap((line, at) => {
    const parts = leaf(line) ? lines.slice(at, at + 3).filter(leaf) : [];
    return parts.length > 1 ? [line.text, parts.map(({ text }) => text).join(' ')] : [line.text];
  });
}

const MONTH_FIRST_REGIONS = ['US', 'PH', 'CA'];
const DAY_FIRST_DOMAINS = /\.(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|sg|hk|my|eu|fr|de|it|es|ru)$/u;

/** Finds the days in a text and caches them, because bylines and dates are searched for in the same lines. */
export function dateFinder(
  evidence: Evidence,
  language: string | undefined,
): (text: string) => readonly WrittenDate[] {
  const reading = dateReadingOf(evidence, language);
  const known = new Map<string, readonly WrittenDate[]>();
  return (text) => {
    const dates = known.get(text) ?? writtenDates(text, reading);
    known.set(text, dates);
    return dates;
  };
}

/** English dates are read in the American order, unless the page or its domain shows that it comes from elsewhere. */
function dateReadingOf({ document, address }: Evidence, language: string | undefined): DateReading {
  const declared = languageTag(call(get(document, 'documentElement'), 'getAttribute', 'lang') ?? '');
  const { language: primary, region } = new Intl.Locale(language ?? declared ?? 'en');
  const isMonthFirst =
    region === undefined
      ? primary === 'en' && !DAY_FIRST_DOMAINS.test(address?.hostname ?? '')
      : MONTH_FIRST_REGIONS.includes(region);
  const languages = [primary, declared?.split('-')[0] ?? primary, 'en'];
  return { languages: [...new Set(languages)], isMonthFirst };
}

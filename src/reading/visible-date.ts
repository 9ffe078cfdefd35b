import type { ArticleEvidence, Evidence } from './evidence';
import { NO_LETTER } from './letter';
import { languageTag } from './language';
import type { Line } from './page-lines';
import { writtenDates, type DateReading, type WrittenDate } from './written-date';
import { call, get } from './node-property';

const LONGEST_DATELINE = 220;
/** Words that stand before a day which is not that of publication. */
const OTHER_DAY =
  /(?:updat|modif|edited|revis|correct|aktualisier|geändert|stand|actualiz|mis à jour|modifi|aggiornat|обновлен|изменен|更新|修改|最終更新|수정|güncel|zaktualiz|atualiz|gewijzigd|uppdater|opdater|oppdater|تحديث|born|died|expires?|deadline|copyright|©)/iu;

/** Hours, weekdays and marks that stand beside a day, and the words by which it is announced. */
const BESIDE_DAY = new RegExp(
  String.raw`\d{1,2}[:.h时時]\d\d(?:[:.]\d\d)?|\b[ap]\.?m\b|${NO_LETTER}+|\b(?:publi\w*|posted|on|at|by|uhr|um|le|el)\b|发布|发表|时间|日期`,
  'giu',
);
/** Letters besides the day: a dateline has few of them, one that says little else hardly any. */
const MOST_OTHERS = 80;
const FEW_OTHERS = 40;

/** The days that datelines in the opening show: those that say little else first, the nearest to the headline first. */
export function visibleDays({ opening, datesIn }: ArticleEvidence): string[] {
  if (opening === undefined) return [];
  const datelines = [...withSplitDates(opening.below), ...opening.above.map(({ text }) => text)]
    .filter((text) => text.length <= LONGEST_DATELINE)
    .map((text) => readDateline(text, datesIn(text)))
    .filter(({ days, others }) => days.length > 0 && others <= MOST_OTHERS);
  return datelines
    .toSorted((a, b) => Number(a.others > FEW_OTHERS) - Number(b.others > FEW_OTHERS))
    .flatMap(({ days }) => days);
}

interface Dateline {
  days: string[];
  /** How many letters it has besides its days. */
  others: number;
}

function readDateline(text: string, dates: readonly WrittenDate[]): Dateline {
  if (dates.length === 0) return { days: [], others: text.length };
  let from = 0;
  let others = '';
  const days = dates.flatMap(({ day, start, end }) => {
    const before = text.slice(from, start);
    others += before;
    from = end;
    return OTHER_DAY.test(before.split(/\d/u).at(-1) ?? '') ? [] : [day];
  });
  return { days, others: (others + text.slice(from)).replace(BESIDE_DAY, '').length };
}

/** The texts of lines, and of what some pages set as a calendar leaf: a year, a month and a day below each other. */
function withSplitDates(lines: readonly Line[]): string[] {
  const leaf = ({ text }: Line) => text.length <= 10;
  return lines.flatMap((line, at) => {
    const parts = leaf(line) ? lines.slice(at, at + 3).filter(leaf) : [];
    return parts.length > 1 ? [line.text, parts.map(({ text }) => text).join(' ')] : [line.text];
  });
}

const MONTH_FIRST_REGIONS = ['US', 'PH', 'CA'];
const DAY_FIRST_DOMAINS = /\.(?:uk|au|nz|ie|in|za|ng|ke|gh|pk|sg|hk|my|eu|fr|de|it|es|ru)$/u;

/** Finds the days in a text, and remembers them: bylines and dates are looked for in the same lines. */
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

/** English is read as in America unless the page or its domain says that it comes from elsewhere. */
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

import { plainDay } from '../text/date-text';
import { LETTER } from '../text/unicode-letters';
import { monthNamed } from '../text/month-names';
import { fromPersian, PERSIAN_MONTHS } from '../text/persian-calendar';

/** A day in a text, and its position. */
export interface WrittenDate {
  /** `YYYY-MM-DD` */
  day: string;
  start: number;
  end: number;
}

/** What determines how a date is read: the languages of the page, and whether `3/4/2020` is in March. */
export interface DateReading {
  languages: readonly string[];
  isMonthFirst: boolean;
}

type Reader = (parts: string[], reading: DateReading) => string | undefined;

const WORD = `(${LETTER}(?:${LETTER}|[’'.])*)`;

/**
 * The ways to write a day, in lower case, each with the order of its parts. All contain the year, because a day without it is
 * useless. Classes as large as `LETTER` are slow in case-insensitive expressions.
 */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  // 2020年3月4日, 2020년 3월 4일, 2020-03-04, 2020/3/4, 2020.03.04
  [
    /(?<!\d)(\d{4})(?:\s*[-/.年년‑]\s*|\s+)(\d{1,2})\s*[-/.月월‑]\s*(\d{1,2})(?!\d)/gu,
    ([year, month, day], { languages }) =>
      languages.includes('fa') && Number(year) < LAST_PERSIAN_YEAR
        ? persianDay(year, Number(month), day)
        : dayOf(year, Number(month), day),
  ],
  // 发布时间：20-03-04, where a label marks it as a date
  [
    /(?:时间|時間|日期|发布于|發布於)(?:\s*[:：])?\s*(\d\d)[-/.](\d\d)[-/.](\d\d)/gu,
    ([year = '', month, day]) => dayOf(`20${year}`, Number(month), day),
  ],
  // 4 March 2020, 4th of March, 2020, 4. März 2020, 4 de marzo de 2020, 4 آذار/مارس 2020
  [
    new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|º|ª|\.)?[-\s]*(?:of |de |d’|d')?${WORD}(?:/(${LETTER}+))?[-,\s]*(?:de |del )?(\d{4})(?!\d)`,
      'gu',
    ),
    ([day, month = '', again = '', year], { languages }) =>
      dayOf(year, monthNamed(month, languages) ?? monthNamed(again, languages), day),
  ],
  // 14 اسفند 1398
  [
    new RegExp(
      String.raw`(?<!\d)(\d{1,2})\s+(${PERSIAN_MONTHS.join('|')})(?:\s+ماه)?[،\s]+(1[34]\d\d)(?!\d)`,
      'gu',
    ),
    ([day, month = '', year]) => persianDay(year, PERSIAN_MONTHS.indexOf(month) + 1, day),
  ],
  // March 4, 2020, Mar. 4th 2020
  [
    new RegExp(String.raw`${WORD}\s*(\d{1,2})(?:st|nd|rd|th)?\s*[,\s]\s*(\d{4})(?!\d)`, 'gu'),
    ([month = '', day, year], { languages }) => dayOf(year, monthNamed(month, languages), day),
  ],
  // Wed Mar 04 12:45:00 EST 2020
  [
    /(?<!\S)([a-z]{3}) (\d\d) \d\d:\d\d:\d\d (?:[a-z]{1,5} |\+\d{4} )?(\d{4})(?!\d)/gu,
    ([month = '', day, year], { languages }) => dayOf(year, monthNamed(month, [...languages, 'en']), day),
  ],
  // 2020. március 4., 2020 m. kovo 4 d.
  [
    new RegExp(String.raw`(?<!\d)(\d{4})\.?,?\s*(?:m\. )?${WORD}\s*(\d{1,2})(?!\d)`, 'gu'),
    ([year, month = '', day], { languages }) => dayOf(year, monthNamed(month, languages), day),
  ],
  // 04.03.2020, 4/3/2020, 4-3-2020, 04.03.20
  [
    /(?<![\d.])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d.]\d|\d)/gu,
    ([first, mark, second, year], { isMonthFirst }) => numericDay(first, second, year, mark, isMonthFirst),
  ],
];

/** In a page in Persian, a smaller year is one of the Persian calendar. */
const LAST_PERSIAN_YEAR = 1_500;

/** Arabic, Persian, Hindi, Bengali, Thai and full-width digits. `\p{Nd}` is too slow. */
const ZEROS = ['٠', '۰', '०', '০', '๐', '０'];
const DIGITS = ZEROS.map((zero) => `${zero}-${String.fromCharCode(zero.charCodeAt(0) + 9)}`).join('');
const DIGIT = new RegExp(`[\\d${DIGITS}]`, 'u');
const OTHER_DIGIT = new RegExp(`[${DIGITS}]`, 'gu');

/** More than in any dateline or headline. */
const MOST_CHARACTERS = 1_000;

/** The days in the beginning of a text, in order. Digits of other scripts are read, too. */
export function writtenDates(text: string, reading: DateReading): WrittenDate[] {
  const beginning = text.slice(0, MOST_CHARACTERS);
  if (!DIGIT.test(beginning)) return [];
  const digits = inSmallLetters(beginning.replace(OTHER_DIGIT, latinDigit));
  const found: WrittenDate[] = [];
  for (const [form, read] of FORMS) {
    for (const match of digits.matchAll(form)) {
      const day = read(match.slice(1), reading);
      const [start, end] = [match.index, match.index + match[0].length];
      if (day !== undefined && found.every((other) => end <= other.start || start >= other.end))
        found.push({ day, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Lower-cases a text without changing its length, because matches are located by position. */
function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replace(/./gsu, (letter) => smallLetter(letter));
}

function smallLetter(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter; // İ becomes two characters
}

function latinDigit(digit: string): string {
  const steps = ZEROS.map((zero) => digit.charCodeAt(0) - zero.charCodeAt(0));
  return String(steps.find((step) => step >= 0 && step <= 9));
}

function dayOf(
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
): string | undefined {
  return month === undefined ? undefined : plainDay(Number(year), month, Number(day));
}

function persianDay(year: string | undefined, month: number, day: string | undefined): string | undefined {
  return plainDay(...fromPersian(Number(year), month, Number(day)));
}

/**
 * A number above twelve determines the order; otherwise it is the usual one where the page comes from. A full stop means that
 * the day comes first.
 */
function numericDay(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  mark: string | undefined,
  isMonthFirst: boolean,
): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  const full = year?.length === 2 ? `20${year}` : year;
  if (year?.length === 2 && mark === '-') return undefined;
  const startsWithMonth = b > 12 || (isMonthFirst && mark !== '.' && a <= 12);
  return startsWithMonth ? dayOf(full, a, second) : dayOf(full, b, first);
}

import { isDay } from '../../src/news/text/day';

/** What the lines at the beginning of a mail say. */
export interface MailHead {
  headline: string;
  /** `YYYY-MM-DD` */
  day?: string;
  /** The text without the lines of subject and date. */
  rest: string;
}

/** How mail programs name their lines in English, Russian and Chinese. */
const SUBJECTS = new Set(['subject', 'тема', '主题', '主旨', '主題']);
const DATES = new Set(['date', 'sent', 'дата', 'отправлено', '日期', '时间', '時間', '发送时间', '發送時間']);
const OTHERS = new Set([
  ...['from', 'to', 'cc', 'reply-to', 'от', 'от кого', 'кому', 'копия'],
  ...['发件人', '收件人', '抄送', '寄件者', '寄件人', '收件者', '副本'],
]);

/** A name, a colon and a value; in Markdown made of a mail, the name may be bold and the line may end with a break. */
const LINE = /^\s*(?:\*\*)?(?<name>\p{L}[\p{L} -]{0,20}?)(?:\*\*)?\s*[:：](?:\*\*)?\s*(?<value>\S.*)$/u;

/** Reads subject and date of a mail. `undefined` unless the text begins with a subject and another line of a mail. */
export function readMailHead(text: string): MailHead | undefined {
  const lines = text.split(/\r\n|[\r\n]/u);
  const kept: string[] = [];
  let [headline, day]: (string | undefined)[] = [];
  let [count, at] = [0, 0];
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const { name = '', value: words = '' } = LINE.exec(line)?.groups ?? {};
    const value = (words.endsWith('\\') ? words.slice(0, -1) : words).trimEnd();
    const folded = name.toLowerCase();
    if (headline === undefined && SUBJECTS.has(folded)) headline = value;
    else if (day === undefined && DATES.has(folded)) day = dayWritten(value) ?? '';
    else if (OTHERS.has(folded) || line.trim() === '') kept.push(line);
    else break;
    if (line.trim() !== '') count += 1;
  }
  if (headline === undefined || count < 2) return undefined;
  return { headline, ...(day && { day }), rest: [...kept, ...lines.slice(at)].join('\n').trim() };
}

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RUSSIAN = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** The day in the date of a mail. `undefined` where day and month cannot be told apart, as in `7/3/2026`. */
function dayWritten(date: string): string | undefined {
  const inOrder = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/u.exec(date);
  if (inOrder) return composeDay(inOrder[1], Number(inOrder[2]), inOrder[3]);
  const dotted = /(\d{1,2})\.(\d{1,2})\.(\d{4})/u.exec(date);
  if (dotted) return composeDay(dotted[3], Number(dotted[2]), dotted[1]);
  const year = /\b\d{4}\b/u.exec(date)?.[0];
  const day = /(?<![\d:])\d{1,2}(?![\d:])/u.exec(date)?.[0];
  const months = (date.toLowerCase().match(/\p{L}+/gu) ?? []).map(
    (word) =>
      1 + Math.max(...[ENGLISH, RUSSIAN].map((names) => names.findIndex((name) => word.startsWith(name)))),
  );
  return composeDay(year, months.find((month) => month > 0) ?? 0, day);
}

function composeDay(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (year === undefined || day === undefined) return undefined;
  const composed = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(composed) ? composed : undefined;
}

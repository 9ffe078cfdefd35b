/** The months of the Persian calendar, as pages in Persian date their articles. */
export const PERSIAN_MONTHS = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
];

/** From a day before this calendar's first cycle of 33 years to 1970. In days. */
const TO_EPOCH = 1_075_196;
/** A whole number of cycles, which keeps all numbers positive. */
const SHIFT = 1_595;
const DAY = 86_400_000;

/** The Gregorian year, month and day of a Persian one. Right from 1930 to 2060. */
export function fromPersian(year: number, month: number, day: number): [number, number, number] {
  const shifted = year + SHIFT;
  const leapDays = Math.floor(shifted / 33) * 8 + Math.floor(((shifted % 33) + 3) / 4);
  const before = month <= 6 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  const date = new Date((365 * shifted + leapDays + before + day - TO_EPOCH) * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

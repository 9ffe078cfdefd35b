import * as v from 'valibot';

/** The days and instants that can be stored. Years have four digits, so that texts of one form sort by time. */

const IN_YEAR = '-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = 'T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)$';

/** The first and the last day that an article or an issue may have. */
export const FIRST_DAY = '1000-01-01';
export const LAST_DAY = '2999-12-31';

/** A plain day: `2023-02-20`. */
export const daySchema = v.pipe(v.string(), v.regex(new RegExp(`^[12]\\d{3}${IN_YEAR}$`, 'u')));

/** An instant from a page, with an offset or `Z`: `2023-02-20T09:30:00+03:00`. The years are limited like those of a day. */
export const pageInstantSchema = v.pipe(v.string(), v.regex(new RegExp(`^[12]\\d{3}${IN_YEAR}${TIME}`, 'u')));

/** An instant at which something was stored, from 1970 to 2199: `2023-02-20T06:30:00.000Z`. */
export const instantSchema = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(?:19[7-9]|2[01]\\d)\\d${IN_YEAR}${TIME}`, 'u')),
  v.check((text) => Date.parse(text) >= 0),
);
/** In milliseconds since 1970. */
const LAST_INSTANT = Date.UTC(2200, 0) - 1;

/** The nearest instant that can be stored, in UTC; the first one for `NaN`. */
export function nearestInstant(time: number): string {
  return new Date(Number.isNaN(time) ? 0 : Math.min(Math.max(time, 0), LAST_INSTANT)).toISOString();
}

/** Converts dates as pages write them to an ISO instant with an offset, or a day. */

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-](?:\d\d:?\d\d|\d{3}|\d\d)(?!\d))?)?/iu;

/** `undefined` if the text contains no unambiguous date. */
export function parseDateText(text: string): string | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '', second = '00', zone] = match;
  const iso = plainDay(Number(year), Number(month), Number(day));
  if (iso === undefined || hour === undefined || zone === undefined) return iso;
  return `${iso}T${hour}:${minute}:${second}${offsetOf(zone)}`;
}

function offsetOf(zone: string): string {
  if (/^[a-z]/iu.test(zone)) return 'Z';
  const given = zone.slice(1).replace(':', '');
  const digits = (given.length === 3 ? `0${given}` : given).padEnd(4, '0'); // -500 is -05:00
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `YYYY-MM-DD`, if the day exists and is not older than the web. */
export function plainDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && year >= 1990 && year < 2100 ? date.toISOString().slice(0, 10) : undefined;
}

/** A day in a path: `/2023/02/20/`, `/20230220/`, `-2023-02-20`. */
export function dayInAddress(address: URL): string | undefined {
  const match =
    /[/_-](20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?=[/_.-]|$)/u.exec(address.pathname) ??
    /[/_-](20\d\d)[/-]([1-9])[/-]([1-9])(?=[/_.-]|$)/u.exec(address.pathname);
  return match === null ? undefined : plainDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

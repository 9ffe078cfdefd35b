/** Days are written `YYYY-MM-DD`, in the analyst's time zone. */

/** The day of an instant. */
export function dayOf(instant: Date): string {
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  return `${instant.getFullYear()}-${month}-${String(instant.getDate()).padStart(2, '0')}`;
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The first instant of a day, in UTC. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/** Formats a day in a language (BCP 47), `17 Nov 2026`, or with `to` a range of days, `17 – 23 Nov 2026`. */
export function describeDays(language: string, day: string, to = day): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(day),
    new Date(to),
  );
}

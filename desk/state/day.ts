/** A day is written `YYYY-MM-DD`, as the calendar says it where the analyst is. */

/** The day of an instant. */
export function dayOf(instant: Date): string {
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  return `${instant.getFullYear()}-${month}-${String(instant.getDate()).padStart(2, '0')}`;
}

/** The first instant of a day, in UTC. */
export function startOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/** A day in words of a language (BCP 47), `17 Nov 2026`; with `to` the days from one to the other, `17 – 23 Nov 2026`. */
export function describeDays(language: string, day: string, to = day): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(
    new Date(day),
    new Date(to),
  );
}

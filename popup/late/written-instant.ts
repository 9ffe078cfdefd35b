import { writeDay } from '../../src/news/publication-label';

/** A date with the time and offset that the page gives: `18 November 2026, 09:30 +03:00`. */
export function writeInstant(value: string, language: string): string {
  const day = writeDay(value.slice(0, 10), 'long', language);
  const [, time, offset] = /^[^T]*T(\d\d:\d\d)[^Z+-]*((?:[Z+-].*)?)$/u.exec(value) ?? [];
  return time === undefined ? day : `${day}, ${time} ${offset === 'Z' ? 'UTC' : (offset ?? '')}`;
}

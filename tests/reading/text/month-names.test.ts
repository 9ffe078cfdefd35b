import { describe, expect, it } from 'vitest';
import { monthNamed, WRITTEN } from '../../../src/reading/text/month-names';

const NAMED = Object.keys(WRITTEN).filter((language) => WRITTEN[language] !== '');
const FORMS: Intl.DateTimeFormatOptions[] = [
  { day: 'numeric', month: 'long' },
  { month: 'long' },
  { day: 'numeric', month: 'short' },
];

describe('the months that are written down', () => {
  it.each(NAMED)('are those that Intl has in %s', (language) => {
    for (const form of FORMS) {
      const format = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { ...form, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const name = format
          .formatToParts(Date.UTC(2001, month, 1))
          .find(({ type }) => type === 'month')?.value;
        expect([name, monthNamed(name ?? '', [language])]).toEqual([name, month + 1]);
      }
    }
  });

  it('are absent if months have numbers', () => {
    expect(monthNamed('may', ['zh'])).toBeUndefined();
    expect(monthNamed('may', ['zh', 'en'])).toBe(5);
  });
});

it('a month of any other language is read from Intl', () => {
  expect(monthNamed('brezna', ['cs'])).toBe(3);
  expect(monthNamed('Μαρτίου', ['el'])).toBe(3);
});

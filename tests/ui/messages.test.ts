import { describe, expect, it } from 'vitest';
import {
  findFaults,
  listLocales,
  missingStrings,
  readMessages,
  type Messages,
} from '../../scripts/locales.ts';

const english = readMessages('en');

it.each(['ru', 'zh_CN'])('the interface in %s has all messages of the English one', (locale) => {
  expect(missingStrings(english, readMessages(locale))).toEqual([]);
});

it.each(listLocales().filter((locale) => locale !== 'en'))(
  'the interface in %s has no empty message, no English one, and the placeholders of the English',
  (locale) => {
    expect(findFaults(english, readMessages(locale))).toEqual([]);
  },
);

describe('a new locale', () => {
  const begun: Messages = { languageOfStrings: { message: 'es' }, uiHeadline: { message: 'Titular' } };

  it('may lack messages, which are listed', () => {
    expect(findFaults(english, begun)).toEqual([]);
    const missing = missingStrings(english, begun);
    expect(missing).toHaveLength(Object.keys(english).length - 2);
    expect(missing).toContain('uiOutlet');
  });

  it.each([
    ['uiOutlet', english['uiOutlet']?.message ?? '', 'uiOutlet is still in English'],
    ['uiOutlet', ' ', 'uiOutlet is empty'],
    [
      'deskClipCount',
      '$1 recorte | $1 recortes | $1 recortes | $1 recortes',
      'deskClipCount has 4 plural forms of 2',
    ],
    ['uiOutlte', 'Medio', 'uiOutlte is no string of the interface'],
    [
      'deskUndoOf',
      'Deshacer',
      `deskUndoOf has other placeholders than the English “${english['deskUndoOf']?.message ?? ''}”`,
    ],
  ])('is told what is wrong with %s: “%s”', (key, message, fault) => {
    expect(findFaults(english, { ...begun, [key]: { message } })).toEqual([fault]);
  });

  it('must say which language it is', () => {
    const { languageOfStrings: _, ...silent } = begun;
    expect(findFaults(english, silent)).toEqual(['languageOfStrings is missing']);
  });
});

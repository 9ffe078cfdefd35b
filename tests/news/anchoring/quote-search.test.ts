import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { quoteFinder, type FoundQuote } from '../../../src/news/anchoring/quote-search';
import { runsOf } from '../../property-runs';

/** A page at the time it was read, with the quote in brackets. */
const PAGE =
  'Ports of the inner sea. The ministers met on Tuesday, for the third time this year. [They agreed that “the harbour is ' +
  'open” to 35 ships a day – more than in 2019 – and that Merwía’s own fleet, which is older, has to leave before winter.] ' +
  'Nobody named a figure for the cost. The talks go on in spring, in the capital.';

/** What the search reports about the quote in brackets if the page's text is `now`. */
function look(now: string, was = PAGE): { found: FoundQuote; text: string | undefined } {
  const [before = '', exact = '', after = ''] = was.split(/[[\]]/u);
  const textQuote = { exact, prefix: before.slice(-64), suffix: after.slice(0, 64) };
  const start = before.length;
  const found = quoteFinder(now)({ textQuote, textPosition: { start, end: start + exact.length } });
  return {
    found,
    text: found.state === 'gone' ? undefined : now.slice(found.position.start, found.position.end),
  };
}

const bare = PAGE.replace(/[[\]]/gu, '');
const QUOTE = /\[(.*)\]/u.exec(PAGE)?.[1] ?? '';

describe('a quote is the same', () => {
  it.each([
    ['on the page as it was', bare],
    ['after a reflow', bare.replace(/ /gu, '\n\t ')],
    [
      'after a new paragraph before it',
      bare.replace('They agreed', 'New of the day: talks failed.They agreed'),
    ],
    ['after a new paragraph behind it', bare.replace(' Nobody', ' Later they denied it. Nobody')],
    ['with other quotation marks', bare.replace('“', '«').replace('”', '»').replace('’', "'")],
    ['with other dashes', bare.replaceAll('–', '--')],
    ['with its letters in parts', bare.normalize('NFD')],
    ['with soft hyphens and zero-width spaces', bare.replace('harbour', 'har\u00ADbour\u200B')],
  ])('%s', (_, now) => {
    const { found, text } = look(now);
    expect(found.state).toBe('same');
    expect(text?.replace(/\s+/gu, ' ')).toMatch(/^They agreed.*before winter\.$/u);
  });
});

describe('a quote has changed, and the changed words are reported', () => {
  it.each([
    ['one letter', 'fleet', 'flees', [{ was: 'fleet', is: 'flees' }]],
    ['its first word', 'They agreed', 'Some agreed', [{ was: 'They', is: 'Some' }]],
    ['its last word', 'before winter.', 'before spring.', [{ was: 'winter', is: 'spring' }]],
    ['a word put in', 'agreed that', 'agreed in principle that', [{ was: '', is: 'in principle' }]],
    ['a note mark put in', 'fleet,', 'fleet,[1]', [{ was: '', is: '[1]' }]],
    ['a word left out', 'own fleet', 'fleet', [{ was: 'own', is: '' }]],
    ['a number', '35 ships', '85 ships', [{ was: '35', is: '85' }]],
    ['a "not"', 'has to', 'has not to', [{ was: '', is: 'not' }]],
    ['a number that a space makes', '2019', '20 19', [{ was: '2019', is: '20 19' }]],
    [
      'quotation marks taken off',
      '“the harbour is open”',
      'the harbour is open',
      [
        { was: '“', is: '' },
        { was: '”', is: '' },
      ],
    ],
  ])('%s', (_, was, is, words) => {
    const { found, text } = look(bare.replace(was, is));
    expect(found).toMatchObject({ state: 'changed', words });
    expect(text).toBe(QUOTE.replace(was, is));
  });

  it('in a language without spaces', () => {
    const { found, text } = look(
      '据新华社报道，里海三港将实行统一运价，运价自四月起施行，为期一年。由三港共同公布。',
      '据新华社报道，里海三港将实行统一运价，[运价自三月起施行，为期一年]。由三港共同公布。',
    );
    expect(found).toMatchObject({ state: 'changed', words: [{ was: '三', is: '四' }] });
    expect(text).toBe('运价自四月起施行，为期一年');
  });

  it('where it is one word, identified by its context', () => {
    const was = 'He said yes. Much later, and after long talks, she said [yes] to the new port as well.';
    const now = was.replace('[yes]', 'no');
    expect(look(now, was).found).toEqual({
      state: 'changed',
      position: { start: now.indexOf('no '), end: now.indexOf('no ') + 2 },
      words: [{ was: 'yes', is: 'no' }],
    });
  });

  it('where it begins and ends within words', () => {
    const was = 'The anti[war movement of the north grew until the long sum]mer was over, they say.';
    const { found, text } = look(was.replace(/[[\]]/gu, '').replace('north', 'south'), was);
    expect(found).toMatchObject({ state: 'changed', words: [{ was: 'north', is: 'south' }] });
    expect(text).toBe('war movement of the south grew until the long sum');
  });

  it('where it is as long as an article, at its ends and between', () => {
    const lines = Array.from(
      { length: 300 },
      (_, at) => `Line ${at} of what the minister said, word by word.`,
    );
    const was = `Before it. [${lines.join(' ')}] After it.`;
    const now = was.replace('Line 0 ', 'Line zero ').replace('Line 150 ', 'Line 105 ').replace(/[[\]]/gu, '');
    const { found, text } = look(now, was);
    expect(found).toMatchObject({
      state: 'changed',
      words: [
        { was: '0', is: 'zero' },
        { was: '150', is: '105' },
      ],
    });
    expect(text).toBe(now.slice('Before it. '.length, -' After it.'.length));
  });
});

describe('a quote whose passage was removed', () => {
  const gone = bare.replace(`${QUOTE} `, '');

  it('is gone', () => {
    expect(look(gone).found).toEqual({ state: 'gone' });
    expect(look('').found).toEqual({ state: 'gone' });
    expect(
      look('Another page, about other things, in which nobody says anything of the kind.').found,
    ).toEqual({
      state: 'gone',
    });
  });

  it.each([
    ['another number', QUOTE.replace('35', '53')],
    ['a "not"', QUOTE.replace('is open', 'is not open')],
  ])('is not called the same because a similar sentence with %s remains', (_, twin) => {
    expect(look(`${gone} Elsewhere, long ago, it was said: ${twin} So it was.`).found.state).toBe('changed');
  });

  it('is called moved if its exact words are in another place', () => {
    expect(look(`${gone} Elsewhere, long ago, it was said: ${QUOTE} So it was.`).found.state).toBe('moved');
  });

  it.each([
    [
      '5 percent more of it',
      'Prices rose by [5 percent] in June, the office said.',
      'Prices rose by 15 percent in June, the office said.',
    ],
    [
      '0.5 percent',
      'Prices rose by [5 percent] in June, the office said.',
      'Prices rose by 0.5 percent in June, the office said.',
    ],
    [
      'an unable crew',
      'The crew was [able to leave] the port at last.',
      'The crew was unable to leave the port at last.',
    ],
  ])('is not the same as part of a longer number or word: %s', (_, was, now) => {
    expect(look(now, was).found.state).toBe('changed');
  });
});

test('of several places with its words, the one with its context is chosen, then the nearest', () => {
  const was = 'He said yes. She said [yes] too.';
  const now = 'New lines, he wrote. He said yes. She said yes too.';
  expect(look(now, was).found).toMatchObject({ state: 'same', position: { start: now.lastIndexOf('yes') } });
});

test('a quote of any page is the same on that page, and a text that lacks its words is never called the same', () => {
  const text = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (characters, from, length) => {
      const first = from % characters.length;
      const end = first + 1 + (length % 80);
      const [before, exact, after] = [
        characters.slice(0, first).join(''),
        characters.slice(first, end).join(''),
        characters.slice(end).join(''),
      ];
      if (!/[\p{L}\p{N}]/u.test(exact)) return;
      const textQuote = { exact, prefix: before.slice(-64), suffix: after.slice(0, 64) };
      const quote = { textQuote, textPosition: { start: before.length, end: before.length + exact.length } };
      expect(quoteFinder(before + exact + after)(quote).state).toBe('same');
      if (!(before + after).includes(exact))
        expect(quoteFinder(before + after)(quote).state).not.toBe('same');
    }),
    { numRuns: runsOf(300) },
  );
});

// An earlier version compared a quote with each of the places, which would take minutes here.
test.each([
  ['one digit', '0'],
  ['a number with spaces', '12: '],
  ['a letter', 'ع'],
])('half of a page that repeats %s is found', (_, piece) => {
  const page = piece.repeat(100_000 / piece.length);
  const textQuote = { exact: page.slice(0, 50_000), prefix: '', suffix: page.slice(50_000, 50_064) };
  expect(quoteFinder(page)({ textQuote })).toMatchObject({ state: 'same', position: { start: 0 } });
  const far = { start: 50_000, end: 100_000 };
  expect(quoteFinder(page)({ textQuote, textPosition: far }).state).toBe('same');
});

// An earlier version compared all dots with all others, which would take minutes here. Dots in a row count as one.
test.each([
  ['dots', '. '],
  ['dashes', '- '],
])('half of a page of %s is found as all of it', (_, piece) => {
  const page = piece.repeat(200_000);
  const textQuote = { exact: page.slice(100_000, 300_000), prefix: piece, suffix: piece };
  const textPosition = { start: page.length, end: page.length };
  expect(quoteFinder(page)({ textQuote, textPosition })).toMatchObject({ position: { start: 0 } });
});

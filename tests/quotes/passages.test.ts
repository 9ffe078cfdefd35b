import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Quote } from '../../src/news/quote';
import { isJoinable, joinQuotes, moveQuote, splitQuote } from '../../src/quotes/passages';
import { applyArrangement } from '../../src/quotes/quote-order';

const quotes: Quote[] = ['a', 'b', 'c'].map((id) => ({ id, markdown: `${id}.` }));
const idsOf = (list: readonly Quote[]) => list.map(({ id }) => id).join('');

it('a quote that is split and joined again has the same words, in paragraphs', () => {
  const split = splitQuote(quotes, 'b', { before: 'b', after: '.', newId: 'n' });
  expect(idsOf(split)).toBe('abnc');
  expect(joinQuotes(split, 'b')).toEqual([
    quotes[0],
    { id: 'b', markdown: 'b\n\n.', isEdited: true },
    quotes[2],
  ]);
});

it('the last quote has none to be joined with', () => {
  expect(joinQuotes(quotes, 'c')).toEqual(quotes);
});

it('both halves of a quote have its speaker, and the first its translation; joined they have both', () => {
  const spoken: Quote[] = [{ id: 'a', markdown: 'One two', speaker: 'Linn', translation: 'Eins zwei' }];
  const split = splitQuote(spoken, 'a', { before: 'One', after: 'two', newId: 'n' });
  expect(split.map(({ speaker, translation }) => [speaker, translation])).toEqual([
    ['Linn', 'Eins zwei'],
    ['Linn', undefined],
  ]);
  const translated = split.map((quote, place) => ({ ...quote, translation: ['Eins', 'zwei'][place] ?? '' }));
  expect(joinQuotes(translated, 'a')).toEqual([
    { id: 'a', markdown: 'One\n\ntwo', speaker: 'Linn', translation: 'Eins\n\nzwei', isEdited: true },
  ]);
});

it('quotes of two speakers are never joined', () => {
  const [one = quotes, other = quotes] = ['Linn', 'Ruo'].map((speaker) =>
    quotes.map((quote) => (quote.id === 'b' ? { ...quote, speaker } : quote)),
  );
  const both = [one[1], other[1]].flatMap((quote, place) => (quote ? { ...quote, id: `${place}` } : []));
  expect(isJoinable(both, '0')).toBe(false);
  expect(joinQuotes(both, '0')).toEqual(both);
  expect(joinQuotes(one, 'a')[0]?.speaker).toBe('Linn');
});

it('moving there and back leaves the order, and never loses a quote', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'b', 'c', 'x'), fc.constantFrom('up', 'down'), (id, step) => {
      const moved = moveQuote(quotes, id, step);
      expect(idsOf(moved).split('').toSorted().join('')).toBe('abc');
      const back = moveQuote(moved, id, step === 'up' ? 'down' : 'up');
      if (idsOf(moved) !== 'abc') expect(idsOf(back)).toBe('abc');
    }),
  );
});

it('an order made by hand stays if the page has another', () => {
  const placed = moveQuote(quotes, 'a', 'down');
  const arrangement = ['a', 'b', 'c', 'n'].map((id, start) => ({
    ids: [id],
    position: { start, end: start + 1 },
  }));
  const withNew = [...placed, { id: 'n', markdown: 'new' }];
  expect(idsOf(applyArrangement(withNew, arrangement, () => 'z'))).toBe('bacn');
  expect(idsOf(applyArrangement([...quotes].reverse(), arrangement, () => 'z'))).toBe('abc');
});

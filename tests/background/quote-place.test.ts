import { describe, expect, it } from 'vitest';
import { isQuotedAlready, placeOfNewQuote } from '../../src/background/quote-place.ts';

const quotes = (...words: string[]) => words.map((markdown) => ({ id: `id of ${markdown}`, markdown }));

describe('a new quote', () => {
  it.each([
    ['between others', quotes('a', 'c'), quotes('a', 'b', 'c'), { number: 2, count: 3 }],
    ['joined with one that was there', quotes('a', 'b'), quotes('a', 'b and c'), 'joined'],
    ['joined with the only one', quotes('a'), quotes('a and b'), 'joined'],
    ['alone', [], quotes('a'), undefined],
    ['that is none', quotes('a', 'b'), quotes('a', 'b'), undefined],
  ])('is told of by its place: %s', (_, before, after, place) => {
    expect(placeOfNewQuote(before, after)).toEqual(place);
  });

  it.each([
    ['the same words', quotes('a', 'b'), quotes('b', 'a'), true],
    ['words that went into one quote of theirs', quotes('a and b'), quotes('a and b'), true],
    ['a quote more', quotes('a'), quotes('a', 'b'), false],
    ['one in place of two', quotes('a', 'b'), quotes('a to b'), false],
  ])('was quoted already, or not: %s', (_, before, after, isQuoted) => {
    expect(isQuotedAlready(before, after)).toBe(isQuoted);
  });
});

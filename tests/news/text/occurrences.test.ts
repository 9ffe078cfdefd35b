import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrencesOf } from '../../../src/news/text/occurrences';
import { runsOf } from '../../property-runs';

/** Texts of few letters, in which words overlap with themselves. */
const letters = (maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'ab', 'a'.repeat(20)), { maxLength }).map((all) => all.join(''));

test('words are found wherever a text has them, also where they overlap', () => {
  expect([...occurrencesOf('ana', 'banana')]).toEqual([1, 3]);
  expect([...occurrencesOf('', 'banana')]).toEqual([]);
  fc.assert(
    fc.property(letters(8), letters(12), fc.nat(40), (words, text, from) => {
      fc.pre(words !== '');
      const places = Array.from(text, (_, at) => at).filter((at) => at >= from && text.startsWith(words, at));
      expect([...occurrencesOf(words, text, from)]).toEqual(places);
    }),
    { numRuns: runsOf(2_000) },
  );
});

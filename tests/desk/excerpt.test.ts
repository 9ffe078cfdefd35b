import { expect, it } from 'vitest';
import { excerptFor } from '../../desk/outline/excerpt';

const long =
  'Those who were there said that nobody had expected the talks to fail so soon, or to fail at all.';

it.each([
  { query: 'TALKS', before: '…id that nobody had expected the ', found: 'talks' },
  { query: '关税', before: '中国上调', found: '关税' },
  { query: 'C++ (new)', before: 'Written in ', found: 'C++' },
])('shows $found among the words around it', ({ query, before, found }) => {
  const excerpt = excerptFor(
    {
      quotes: [
        { id: 'a', markdown: long },
        { id: 'b', markdown: '中国**上调**关税' },
      ],
      comment: 'Written in C++ (new).',
    },
    query,
  );
  expect(excerpt?.found).toBe(found);
  expect(excerpt?.before.endsWith(before.replace('…', ''))).toBe(true);
});

it('shows no excerpt if the words are only in the headline', () => {
  expect(excerptFor({ quotes: [] }, 'talks')).toBeUndefined();
});

it('finds the beginning of a word of any length, which no expression could hold', () => {
  const word = '[a'.repeat(50_000);
  expect(excerptFor({ quotes: [], comment: `(${'a'.repeat(500)})` }, word)).toBeUndefined();
  expect(excerptFor({ quotes: [], comment: 'b'.repeat(500) }, 'b'.repeat(100_000))?.found).toHaveLength(200);
});

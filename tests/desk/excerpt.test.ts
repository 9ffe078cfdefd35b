import { expect, it } from 'vitest';
import { excerptFor, markIn } from '../../desk/outline/excerpt';

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

it('shows the beginning of a word of any length', () => {
  const word = '[a'.repeat(50_000);
  expect(excerptFor({ quotes: [], comment: `(${'a'.repeat(500)})` }, word)).toBeUndefined();
  expect(excerptFor({ quotes: [], comment: 'b'.repeat(500) }, 'b'.repeat(100_000))?.found).toHaveLength(200);
});

it.each([
  ["lloyd's", 'At Lloyd’s of London', 'Lloyd’s'],
  ['elysee', 'The Élysée says no', 'Élysée'],
  ['red-sea', 'Over the Red–Sea route', 'Red–Sea'],
])('marks by %j in %j the words %j', (query, text, found) => {
  expect(markIn(text, query)?.found).toBe(found);
});

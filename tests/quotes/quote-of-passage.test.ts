import { expect, it } from 'vitest';
import { quoteFromLongPassage, quoteFromPassage } from '../../src/quotes/quote-of-passage';

const passage = (...parts: string[]) => ({
  tree: {
    type: 'root' as const,
    children: parts.map((value) => ({
      type: 'element' as const,
      tagName: 'span',
      properties: {},
      children: [{ type: 'text' as const, value }],
    })),
  },
  textQuote: { exact: parts.join(''), prefix: '', suffix: '' },
  textPosition: { start: 0, end: 1 },
});

it('marks that many elements pile on a letter are reduced to a few', async () => {
  const piled = passage('a', ...Array.from({ length: 50 }, () => '\u0301\u0301'), 'b');
  for (const { markdown } of [quoteFromPassage(piled, ''), await quoteFromLongPassage(piled, '')])
    expect(markdown).toMatch(/^a\p{M}{8}b$/u);
});

it('characters for private use and places of objects are none of a quote', () => {
  expect(quoteFromPassage(passage('a\uE000\u{F0000}', '\uFFFCb'), '').markdown).toBe('ab');
});

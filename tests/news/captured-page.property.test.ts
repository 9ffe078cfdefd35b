import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { ARTICLE_FIELD_NAMES, valueForEach } from '../../src/news/article-fields';
import { capturedPageSchema } from '../../src/news/captured-page';
import { contentFromPage } from '../../src/news/new-clip';
import { DEFAULT_PREFERENCES } from '../../src/news/preferences';
import { quoteFromPassage } from '../../src/quotes/quote-of-passage';
import { runsOf } from '../property-runs';

/** Anything that a page may send instead of our reader's answer: of any shape, and sometimes very large. */
const long = fc
  .tuple(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    fc.constantFrom(1, 1, 1, 10_000, 300_000),
  )
  .map(([text, times]) => text.repeat(times));
const many = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .tuple(fc.array(value, { maxLength: 3 }), fc.constantFrom(1, 1, 1, 500))
    .map(([values, times]) => Array.from({ length: times }, () => values).flat());
const candidates = many(fc.oneof(fc.record({ value: long, source: long }), fc.anything()));
const fields = fc.record(valueForEach(ARTICLE_FIELD_NAMES, () => candidates));
const tree = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.record({ type: fc.constant('text'), value: long }),
    fc.record({
      type: fc.constant('element'),
      tagName: fc.oneof(fc.constantFrom('p', 'ul', 'a', 'script', 'table', 'blockquote'), long),
      properties: fc.oneof(fc.record({ href: long }), fc.anything()),
      children: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.anything()),
    }),
    fc.anything(),
  ),
})).node;
const passage = fc.record({
  tree: fc.record({ type: fc.constant('root'), children: fc.array(tree, { maxLength: 3 }) }),
  textQuote: fc.record({ exact: long, prefix: fc.string(), suffix: fc.string() }),
  textPosition: fc.record({ start: fc.nat(), end: fc.nat() }),
});
const sent = fc.record({ location: long, fields, authors: many(long), passages: many(passage) });

it(
  'lets no page send more than bounded lists of bounded texts, and never throws',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.oneof(sent, fc.anything()), (answer) => {
        const parsed = v.safeParse(capturedPageSchema, answer);
        if (!parsed.success) return;
        const { location, fields: found, authors, passages } = parsed.output;
        expect(location.length).toBeLessThanOrEqual(100_000);
        for (const list of Object.values(found)) {
          expect(list.length).toBeLessThanOrEqual(12);
          for (const { value, source } of list) {
            expect(value.length).toBeLessThanOrEqual(100_000);
            expect(source.length).toBeLessThanOrEqual(60);
          }
        }
        expect(authors.length).toBeLessThanOrEqual(50);
        expect(authors.every((author) => author.length <= 1_000)).toBe(true);
        expect(passages.length).toBeLessThanOrEqual(100);
        for (const one of passages.slice(0, 3)) {
          const { markdown } = quoteFromPassage(one, 'quote');
          // At most a million characters of text, each of which may need a backslash, and the syntax around them.
          expect(markdown.length).toBeLessThanOrEqual(3_000_000);
        }
        contentFromPage(parsed.output, DEFAULT_PREFERENCES);
      }),
      { numRuns: runsOf(60) },
    );
  },
);

it('makes no deep tree from a page’s, however deep that is', () => {
  let node: object = { type: 'text', value: 'Words.' };
  for (let depth = 0; depth < 5_000; depth++)
    node = { type: 'element', tagName: depth % 2 ? 'ul' : 'blockquote', properties: {}, children: [node] };
  const markdown = quoteFromPassage(
    {
      tree: { type: 'root', children: [node] } as never,
      textQuote: { exact: 'Words.', prefix: '', suffix: '' },
      textPosition: { start: 0, end: 6 },
    },
    'quote',
  ).markdown;
  expect(markdown.length).toBeLessThan(10_000);
});

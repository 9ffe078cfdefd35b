import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Run } from '../../../src/news/edits/edits';
import { idOf, mergeRuns } from '../../../src/news/edits/token-sequence';

interface Token {
  id: string;
  at: number;
  by: string;
  after: string;
  /** Absent: deleted. */
  text: string | undefined;
}

function tokensOf(lists: readonly Run[]): Token[] {
  return lists.flatMap(({ by, at: first, after, tokens, gone = 0 }) =>
    Array.from({ length: tokens?.length ?? gone }, (_, place): Token => {
      const at = first + place;
      const previous = place === 0 && after !== undefined ? after : idOf(by, at - 1);
      return { id: idOf(by, at), at, by, after: previous, text: tokens?.[place] };
    }),
  );
}

/** Runs as a file may have them: of few authors, so that they overlap, and behind any token. */
const runs = fc.array(
  fc.record(
    {
      by: fc.constantFrom('one', 'two', '3 three'),
      at: fc.integer({ min: 1, max: 12 }),
      after: fc.oneof(
        fc.constantFrom('', 'nowhere', '03 one', '1e0 two'),
        fc
          .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('one', 'two', '3 three'))
          .map(([at, by]) => idOf(by, at)),
      ),
      tokens: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 5 }),
      gone: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['by', 'at'] },
  ),
  { maxLength: 8 },
) as fc.Arbitrary<Run[]>;

/** The same by its definition: token by token. */
function mergeTokens(lists: readonly Run[]): [id: string, text: string | undefined][] {
  const merged = new Map<string, Token>();
  for (const token of tokensOf(lists)) {
    const known = merged.get(token.id) ?? token;
    const isGone = known.text === undefined || token.text === undefined;
    merged.set(token.id, {
      ...token,
      after: known.after > token.after ? known.after : token.after,
      text: isGone ? undefined : [known.text ?? '', token.text ?? ''].sort()[1],
    });
  }
  const follow = (id: string): Token[] =>
    [...merged.values()]
      .filter(({ after }) => after === id)
      .sort((one, other) => other.at - one.at || (one.by > other.by ? -1 : 1))
      .flatMap((token) => [token, ...follow(token.id)]);
  return follow('').map(({ id, text }) => [id, text]);
}

it('keeps each token of both lists once, in the order of its definition, whatever the lists are', () => {
  fc.assert(
    fc.property(runs, runs, (one, other) => {
      const merged = mergeRuns(one, other);
      expect(tokensOf(merged).map(({ id, text }) => [id, text])).toEqual(mergeTokens([...one, ...other]));
      expect(mergeRuns(other, one)).toEqual(merged);
    }),
    { numRuns: 2_000 },
  );
});

it('merges lists of a million deleted tokens as quickly as short ones', () => {
  const gone = (by: string, at: number, after: string): Run => ({ by, at, after, gone: 1_000_000 });
  const merged = mergeRuns([gone('one', 1, '')], [gone('two', 1_000_001, '500000 one')]);
  expect(merged.map(({ by, gone: count }) => [by, count])).toEqual([
    ['one', 500_000],
    ['two', 1_000_000],
    ['one', 500_000],
  ]);
});

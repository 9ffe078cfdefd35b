import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeClipVersions } from '../../../src/news/merge/clip-versions';
import { mergeIssueVersions } from '../../../src/news/merge/issue-versions';
import { mergePreferenceVersions } from '../../../src/news/merge/preference-versions';
import { anyContent } from '../../storage/any-content';
import { runsOf } from '../../property-runs';

const numRuns = runsOf(100);
/** Each run takes some milliseconds, more on a busy machine. */
const timeout = 30_000 + 100 * numRuns;

/** Three unrelated records, as databases of earlier versions may contain them. */
function expectToMerge<Kept>(merge: (one: Kept, other: Kept) => Kept, a: Kept, b: Kept, c: Kept): void {
  const ab = merge(a, b);
  expect(merge(b, a)).toStrictEqual(ab);
  expect(merge(ab, c)).toStrictEqual(merge(a, merge(b, c)));
  expect(merge(ab, b)).toStrictEqual(ab);
}

it.each([
  ['clips', ([a, b, c]: Contents) => mergedOf(mergeClipVersions, a.clips, b.clips, c.clips)],
  ['issues', ([a, b, c]: Contents) => mergedOf(mergeIssueVersions, a.issues, b.issues, c.issues)],
  [
    'preferences',
    ([a, b, c]: Contents) => mergedOf(mergePreferenceVersions, a.preferences, b.preferences, c.preferences),
  ],
] as const)(
  'merges any %s to the same result in any order, whatever they contain',
  { timeout },
  (_, check) => {
    fc.assert(
      fc.property(fc.tuple(anyContent, anyContent, anyContent), (contents) => check(contents)),
      { numRuns },
    );
  },
);

type Content = typeof anyContent extends fc.Arbitrary<infer Each> ? Each : never;
type Contents = [Content, Content, Content];

function mergedOf<Kept extends object>(
  merge: (one: Kept, other: Kept) => Kept,
  [a]: readonly Kept[],
  [b]: readonly Kept[],
  [c]: readonly Kept[],
): void {
  if (a === undefined || b === undefined || c === undefined) return;
  // fast-check makes objects without a prototype, which databases do not return.
  const named = (record: Kept) => structuredClone('id' in record ? { ...record, id: 'one' } : record);
  expectToMerge(merge, named(a), named(b), named(c));
}

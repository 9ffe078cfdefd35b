import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClipContent } from '../../../src/news/clip';
import { mergeThreeWay } from '../../../src/news/merge/three-way-clip-merge';

const quote = { id: 'first', markdown: 'The talks go on.' };
const from: ClipContent = {
  headline: 'Talks begin',
  outlet: 'The Daily',
  publishedOn: '2023-02-20',
  comment: 'Striking.',
  showDate: true,
  showLanguage: false,
  quotes: [quote],
};

it('keeps what others have written in fields that were not edited', () => {
  const stored = { ...from, headline: 'Talks fail', publishedOn: '2023-02-21' };
  expect(mergeThreeWay(stored, { from, to: { ...from, outlet: 'The Post' } })).toStrictEqual({
    ...stored,
    outlet: 'The Post',
  });
});

it('keeps the words of both in a field that both have edited', () => {
  const stored = { ...from, comment: 'Very striking.' };
  const to = { ...from, comment: 'Striking. Again.' };
  expect(mergeThreeWay(stored, { from, to }).comment).toBe('Very striking. Again.');
});

it('removes what was cleared and what was removed', () => {
  const { outlet, ...to } = { ...from, quotes: [] };
  const stored = { ...from, comment: 'Very striking.' };
  const { outlet: _, ...rest } = stored;
  expect(outlet).toBe('The Daily');
  expect(mergeThreeWay(stored, { from, to })).toStrictEqual({ ...rest, quotes: [] });
});

it('gives a clip one date, the later one', () => {
  const { publishedOn, ...undated } = from;
  const to = { ...undated, publishedAt: '2023-02-22T09:00:00Z' };
  const { publishedOn: _, ...stored } = { ...from, comment: 'Odd.' };
  expect(publishedOn).toBe('2023-02-20');
  expect(mergeThreeWay({ ...from, comment: 'Odd.' }, { from, to })).toStrictEqual({
    ...stored,
    publishedAt: '2023-02-22T09:00:00Z',
  });
});

it.each<[what: string, theirs: string, ours: string, both: string]>([
  ['a quote that each has added', 'first theirs', 'first ours', 'first ours theirs'],
  ['a quote that one has removed', '', 'first', ''],
  ['a quote that the other has removed', 'first', '', ''],
  ['a quote that one has removed and the other has written on', '', 'first+', 'first+'],
  ['a quote that one has written on and the other has removed', 'first+', '', 'first+'],
  ['an order', 'first second', 'second first', 'second first'],
])('settles %s', (_, theirs, ours, both) => {
  const quotes = (ids: string) =>
    ids
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => ({ id: id.replace('+', ''), markdown: `Words of ${id}` }));
  const before = { ...from, quotes: quotes('first') };
  const merged = mergeThreeWay(
    { ...from, quotes: quotes(theirs) },
    { from: before, to: { ...from, quotes: quotes(ours) } },
  );
  expect(merged.quotes).toStrictEqual(quotes(both));
});

it('loses no word of either side in any field, and is the edited clip if nobody else has written', () => {
  const word = fc.constantFrom('our', 'ours', 'mine');
  const text = (words: fc.Arbitrary<string>) =>
    fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
  const content = (words: fc.Arbitrary<string>) =>
    fc.record(
      {
        headline: text(words),
        outlet: text(words),
        dek: text(words),
        comment: text(words),
        showDate: fc.boolean(),
      },
      { requiredKeys: ['showDate'] },
    );
  const theirWord = fc.constantFrom('their', 'theirs', 'yours');
  fc.assert(
    fc.property(content(theirWord), content(word), (theirs, ours) => {
      const merged = mergeThreeWay({ ...from, ...theirs }, { from, to: { ...from, ...ours } });
      for (const [field, written] of [...Object.entries(theirs), ...Object.entries(ours)])
        if (typeof written === 'string')
          expect(String(merged[field as 'headline']).split(/[^a-z]+/u)).toEqual(
            expect.arrayContaining(written.split(' ')),
          );
      expect(mergeThreeWay(from, { from, to: { ...from, ...ours } })).toStrictEqual({ ...from, ...ours });
    }),
  );
});

import { expect, it } from 'vitest';
import type { ClipContent } from '../../../src/news/clip';
import { fillContent } from '../../../src/news/merge/filled-content';
import { mergeClipContents } from '../../../src/news/merge/clip-merge';

const content: ClipContent = { showDate: true, showLanguage: false, quotes: [] };
const withComment = (comment?: string): ClipContent => ({
  ...content,
  ...(comment !== undefined && { comment }),
});

it.each([
  ['Mine', 'Yours', 'Mine\n\nYours'],
  ['Mine', undefined, 'Mine'],
  [undefined, 'Yours', 'Yours'],
  ['Mine and more', 'Mine', 'Mine and more'],
  ['Mine', 'Mine and more', 'Mine and more'],
  [undefined, undefined, undefined],
])('merges the comments %j and %j to %j', (comment, other, merged) => {
  expect(mergeClipContents(withComment(comment), withComment(other)).comment).toBe(merged);
});

it('merges quotes without repeating one', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, markdown: `Passage ${id}` }));
  const again = { id: 'again', markdown: 'Passage a' };
  const quotes = [a, b, c].filter((quote) => quote !== undefined);
  const merged = mergeClipContents(
    { ...content, quotes: quotes.slice(0, 2) },
    { ...content, quotes: [again, ...quotes.slice(1)] },
  );
  expect(merged.quotes).toStrictEqual(quotes);
});

it('keeps the speaker from one side and the translation from the other', () => {
  const quote = { id: 'a', markdown: '晚了。' };
  const named = { ...content, quotes: [{ ...quote, speaker: 'Linn' }] };
  const translated = { ...content, quotes: [{ ...quote, id: 'again', speaker: 'L.', translation: 'Late.' }] };
  expect(mergeClipContents(named, translated).quotes).toStrictEqual([
    { ...quote, speaker: 'Linn', translation: 'Late.' },
  ]);
});

it('fills in what is missing, and never gives a clip two dates', () => {
  const known = { ...content, headline: 'Corrected', publishedOn: '2023-02-20' };
  const found = { ...content, headline: 'Found', outlet: 'The Daily', publishedAt: '2023-02-21T09:00:00Z' };
  expect(fillContent(known, found)).toStrictEqual({ ...known, outlet: 'The Daily' });
  expect(fillContent(content, found)).toStrictEqual(found);
});

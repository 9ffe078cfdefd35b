import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { wordSpans } from '../../../src/news/text/word-spans';

afterEach(() => {
  vi.restoreAllMocks();
});

function wordsOf(text: string): string[] {
  return [...wordSpans(text)].map(({ start, end }) => text.slice(start, end));
}

it('finds the same words in a long text as in its sentences, in any script', () => {
  const sentences = [
    'The tariff isn’t 3.5 per cent. ',
    'ภาษีจะเป็นอัตราเดียวตั้งแต่เดือนมีนาคม ',
    '三港将实行统一运价。',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { maxLength: 60 }), (said) => {
      expect(wordsOf(said.join(''))).toEqual(said.flatMap(wordsOf));
    }),
  );
});

it('returns each letter of any text at most once, and all of a word that has no end', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 6 }), (parts) => {
      const spans = [...wordSpans(parts.join(''))];
      expect(spans.every(({ start }, at) => start >= (spans[at - 1]?.end ?? 0))).toBe(true);
    }),
  );
  expect(wordsOf('a'.repeat(1_700)).join('')).toBe('a'.repeat(1_700));
});

it('segments a short stretch at a time, because the browser copies it for each word', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const count = [...wordSpans('ก'.repeat(100_000))].length;
  expect(count).toBeGreaterThan(100);
  expect(Math.max(...segment.mock.calls.map(([text]) => text.length))).toBeLessThanOrEqual(500);
});

import { expect, test } from 'vitest';
import { containsWords, splitQuery } from '../../../src/storage/database/searched-text';
import type { Clip } from '../../../src/news/clip';

const clip: Clip = {
  id: 'a',
  issueId: 'issue',
  rank: 'a1',
  headline: 'Talks',
  showDate: true,
  showLanguage: false,
  quotes: [{ id: 'b', markdown: 'The [tariff](https://a.example/b) is **new**' }],
  clippedAt: '2026-11-20T09:00:00.000Z',
  changedAt: '2026-11-20T09:00:00.000Z',
  revision: 1,
};

test('words are found without their marks, addresses are not', () => {
  expect(containsWords(clip, splitQuery('TARIFF new'))).toBe(true);
  expect(containsWords(clip, splitQuery('example'))).toBe(false);
});

test('of a query of thousands of words the first fifty are searched', () => {
  expect(splitQuery('talks '.repeat(50) + 'never '.repeat(5_000))).toHaveLength(50);
  expect(containsWords(clip, splitQuery('talks '.repeat(50) + 'never'))).toBe(true);
});

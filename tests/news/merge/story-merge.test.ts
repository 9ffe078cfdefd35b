import { expect, it } from 'vitest';
import type { Clip } from '../../../src/news/clip';
import { mergeStory } from '../../../src/news/merge/story-merge';

const instant = '2026-11-20T08:00:00.000Z';
const place = {
  textQuote: { exact: 'No figure.', prefix: '', suffix: '' },
  textPosition: { start: 0, end: 10 },
};
const clip = (id: string, fields: Partial<Clip>): Clip => ({
  id,
  issueId: 'issue',
  address: `https://daily.example/${id}`,
  headline: id,
  outlet: 'Daily',
  showDate: true,
  showLanguage: false,
  quotes: [],
  rank: 'a0',
  clippedAt: instant,
  changedAt: instant,
  revision: 1,
  ...fields,
});

it('keeps quotes with speaker and translation, comments, and the headline of the other article', () => {
  const talks = clip('Talks', {
    quotes: [{ id: 'q1', markdown: 'No figure.', ...place }],
    comment: 'The third round.',
  });
  const dues = clip('Dues', {
    sectionId: 'other',
    groupId: 'group',
    byline: 'M. Linn',
    languageLabel: 'Chinese-language',
    quotes: [{ id: 'q2', markdown: '晚了。', speaker: 'Ruo', translation: 'It is late.', ...place }],
    comment: 'Mine.',
    relatedHeadlines: ['Rates – Courier'],
  });
  expect(mergeStory(talks, dues)).toStrictEqual({
    ...talks,
    quotes: [
      { id: 'q1', markdown: 'No figure.', ...place },
      { id: 'q2', markdown: '晚了。', speaker: 'Ruo', translation: 'It is late.' },
    ],
    comment: 'The third round.\n\nMine.',
    relatedHeadlines: ['Dues – Daily', 'Rates – Courier'],
  });
});

it('fills in what a clip of the same article lacks, and keeps its place', () => {
  const address = 'https://daily.example/talks';
  const talks = clip('Talks', { address });
  const again = clip('Again', {
    address: `${address}?utm_source=x`,
    issueId: 'inbox',
    sectionId: 'other',
    rank: 'a9',
    byline: 'M. Linn',
    languageLabel: 'Chinese-language',
    quotes: [{ id: 'q1', markdown: 'No figure.', ...place }],
  });
  expect(mergeStory(talks, again)).toStrictEqual({
    ...talks,
    byline: 'M. Linn',
    languageLabel: 'Chinese-language',
    quotes: [{ id: 'q1', markdown: 'No figure.', ...place }],
  });
});

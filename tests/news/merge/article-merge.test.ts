import { expect, it } from 'vitest';
import { ARTICLE_TEXT_FIELDS } from '../../../src/news/article-fields';
import type { Clip } from '../../../src/news/clip';
import { areOfOneArticle, fieldsNotTaken, mergeArticleClips } from '../../../src/news/merge/article-merge';

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

const address = 'https://daily.example/talks';

it('adds quotes with their positions, comments and related headlines', () => {
  const talks = clip('Talks', {
    address,
    quotes: [{ id: 'q1', markdown: 'No figure.' }],
    comment: 'The third round.',
  });
  const again = clip('Talks', {
    address: `${address}?utm_source=x`,
    quotes: [
      { id: 'q2', markdown: 'No figure.', ...place },
      { id: 'q3', markdown: '晚了。', speaker: 'Ruo', translation: 'It is late.', ...place },
    ],
    comment: 'Mine.',
    relatedHeadlines: ['Rates – Courier'],
  });
  const merged = mergeArticleClips(talks, again);
  expect(merged).toStrictEqual({
    ...talks,
    quotes: [
      { id: 'q1', markdown: 'No figure.', ...place },
      { id: 'q3', markdown: '晚了。', speaker: 'Ruo', translation: 'It is late.', ...place },
    ],
    comment: 'The third round.\n\nMine.',
    relatedHeadlines: ['Rates – Courier'],
  });
  expect(fieldsNotTaken(merged, again)).toEqual([]);
});

it('fills in what a clip lacks, keeps its place, and names what the other has differently', () => {
  const talks = clip('Talks', { address });
  const again = clip('Again', {
    address: `${address}?utm_source=x`,
    issueId: 'inbox',
    sectionId: 'other',
    rank: 'a9',
    byline: 'M. Linn',
    publishedOn: '2026-11-19',
    languageLabel: 'Chinese-language',
    quotes: [{ id: 'q1', markdown: 'No figure.', ...place }],
  });
  const merged = mergeArticleClips(talks, again);
  expect(merged).toStrictEqual({
    ...talks,
    byline: 'M. Linn',
    publishedOn: '2026-11-19',
    languageLabel: 'Chinese-language',
    quotes: [{ id: 'q1', markdown: 'No figure.', ...place }],
  });
  expect(fieldsNotTaken(merged, again)).toEqual(['headline']);
  const [quote] = merged.quotes;
  const spoken = { ...again, headline: 'Talks', quotes: quote ? [{ ...quote, speaker: 'Ruo' }] : [] };
  expect(fieldsNotTaken(merged, spoken)).toEqual(['quotes']);
});

it.each(ARTICLE_TEXT_FIELDS.filter((name) => name !== 'address'))(
  'says that another clip has a different value for %s, and fills it in where the first has none',
  (name) => {
    const [one, other] = ['One', 'Two'].map((value) => clip('Talks', { address, [name]: value }));
    if (one === undefined || other === undefined) throw new Error('There are two clips');
    expect(fieldsNotTaken(mergeArticleClips(one, other), other)).toEqual([name]);
    const { [name]: _, ...lacking } = one;
    expect(mergeArticleClips(lacking, other)[name]).toBe('Two');
  },
);

it('tells clips of one article from those of one story', () => {
  const talks = clip('Talks', { address });
  expect(areOfOneArticle([talks, clip('Again', { address: `${address}?utm_source=x` })])).toBe(true);
  expect(areOfOneArticle([talks, clip('Elsewhere', {})])).toBe(false);
  const { address: _, ...letter } = talks;
  expect(areOfOneArticle([letter, letter])).toBe(false);
});

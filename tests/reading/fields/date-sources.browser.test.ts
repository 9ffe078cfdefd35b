import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/news/candidate';
import { parseDateText } from '../../../src/reading/text/date-text';
import { readFields } from '../../../src/reading/page';
import { writtenDates } from '../../../src/reading/evidence/written-date';
import { pageOf } from '../parse-page';

const PARAGRAPH = `<p>${'The two sides met again and said little about it. '.repeat(6)}</p>`;

function datesOf({ head = '', under = '', after = '' }): Candidate[] {
  const body = `<h1>Talks in the harbour go on</h1>${under}${PARAGRAPH.repeat(4)}${after}`;
  return readFields(pageOf({ head, body, lang: 'en' }), 'https://www.courier.example/story').fields.published;
}

function jsonLd(node: object): string {
  return `<script type="application/ld+json">${JSON.stringify(node)}</script>`;
}

describe('the publication day', () => {
  it.each([
    ['the page itself', jsonLd({ '@type': 'WebPage', datePublished: '2020-03-04T12:00:00+01:00' })],
    ['a recipe', jsonLd({ '@type': 'Recipe', datePublished: '2020-03-04T12:00:00+01:00' })],
    [
      'words in place of a date',
      jsonLd({ '@type': 'Article', datePublished: '04:25:06 PM IST Mar 04, 2020' }),
    ],
    ['another name for it', '<meta name="published-date" content="2020-03-04">'],
  ])('is read from the metadata of %s', (_, head) => {
    expect(datesOf({ head })[0]?.value.slice(0, 10)).toBe('2020-03-04');
  });

  it.each([
    ['below the text', '<p>First published on Mar 4, 2020 04:25 pm</p>'],
    ['in a box beside it', '<aside><p class="ArticleDate">March 4, 2020</p></aside>'],
    ['in a table, beside its label', '<table><tr><th>Published</th><td>04.03.2020</td></tr></table>'],
    ['in Chinese, below its label', '<dl><dt>日期：</dt><dd>2020年3月4日</dd></dl>'],
    ['in a list, below its label', '<dl><dt>Date:</dt><dd>4 March 2020</dd></dl>'],
  ])('is read %s', (_, after) => {
    expect(datesOf({ after })[0]).toEqual({ value: '2020-03-04', source: 'elsewhere' });
  });

  it('is not a day with another label in a table', () => {
    const after = '<table><tr><th>Founded</th><td>04.03.1920</td></tr></table>';
    expect(datesOf({ after })).toEqual([]);
  });

  it('is not that of another story', () => {
    const after =
      '<a href="/other"><p class="date">March 4, 2020</p></a><div class="related"><time>March 5, 2020</time></div>';
    expect(datesOf({ after })).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ source: 'elsewhere' })]),
    );
  });

  it('is preferred to the time of the last change, which some sites declare as that of publication', () => {
    const head =
      '<meta property="article:published_time" content="2020-03-05T19:49:50Z">' +
      jsonLd({
        '@type': 'NewsArticle',
        datePublished: '2020-03-04T13:23:00Z',
        dateModified: '2020-03-05T19:49:50Z',
      });
    expect(datesOf({ head }).map(({ value }) => value)).toEqual([
      '2020-03-04T13:23:00Z',
      '2020-03-05T19:49:50Z',
    ]);
  });
});

describe('the day of an update', () => {
  it('is used, and marked as such, if the page gives no other', () => {
    expect(datesOf({ under: '<p>Updated on March 4, 2020</p>' })).toEqual([
      { value: '2020-03-04', source: 'updated' },
    ]);
    const head = jsonLd({ '@type': 'Article', dateModified: '2020-03-04T12:00:00Z' });
    expect(datesOf({ head })).toEqual([{ value: '2020-03-04T12:00:00Z', source: 'updated' }]);
  });

  it('comes after the publication day', () => {
    expect(datesOf({ under: '<p>March 4, 2020, updated March 6, 2020</p>' })).toEqual([
      { value: '2020-03-04', source: 'near the headline' },
      { value: '2020-03-06', source: 'updated' },
    ]);
  });
});

describe('written days', () => {
  it.each([
    ['Wed Mar 04 12:45:00 EST 2020', 'en'],
    ['الأربعاء، 4 آذار/مارس 2020', 'ar'],
    ['چهارشنبه ۱۴ اسفند ۱۳۹۸', 'fa'],
    ['۱۳۹۸/۱۲/۱۴ - ۱۰:۲۰', 'fa'],
    ['Posted on the 4/3/2020 at 19:00', 'en'],
  ])('%s', (text, language) => {
    const days = writtenDates(text, { languages: [language], isMonthFirst: false }).map(({ day }) => day);
    expect(days).toEqual(['2020-03-04']);
  });

  it('of the Middle Ages are no days of the Persian calendar', () => {
    expect(writtenDates('1398-12-14', { languages: ['en'], isMonthFirst: false })).toEqual([]);
  });

  it('may have an offset of three digits', () => {
    expect(parseDateText('2020-03-04T10:15-500')).toBe('2020-03-04T10:15:00-05:00');
  });
});

import { describe, expect, it } from 'vitest';
import { readFields } from '../../src/reading/page';
import { pageOf } from './parse-page';

const ADDRESS = 'https://www.morning-courier.example/world/2023/02/20/harbour-talks';

describe('a page that declares everything', () => {
  const page = pageOf({
    lang: 'en-GB',
    head: `<title>Harbour talks resume | Morning Courier</title>
      <link rel="canonical" href="https://www.morning-courier.example/world/harbour-talks">
      <meta property="og:site_name" content="Morning Courier">
      <meta property="og:description" content="Both sides met for the first time since autumn.">
      <meta property="article:published_time" content="2023-02-20T09:30:00+03:00">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour talks resume",
        "author":[{"@type":"Person","name":"Ada Stone"},{"@type":"Person","name":"Li Wei"}]}</script>`,
    body: '<h1>Harbour talks resume</h1><p>The talks went on.</p>',
  });
  const { fields, authors } = readFields(page, ADDRESS);

  it.each([
    ['headline', 'Harbour talks resume'],
    ['outlet', 'Morning Courier'],
    ['published', '2023-02-20T09:30:00+03:00'],
    ['byline', 'Ada Stone, Li Wei'],
    ['dek', 'Both sides met for the first time since autumn.'],
    ['language', 'en-GB'],
    ['address', 'https://www.morning-courier.example/world/harbour-talks'],
  ] as const)('has its %s', (field, value) => {
    expect(fields[field][0]?.value).toBe(value);
  });

  it('gives the authors one by one', () => {
    expect(authors).toEqual(['Ada Stone', 'Li Wei']);
  });
});

it('has no value if the page has none', () => {
  const { fields, authors } = readFields(pageOf({}), 'about:blank');
  expect(Object.values(fields).flat()).toEqual([]);
  expect(authors).toEqual([]);
});

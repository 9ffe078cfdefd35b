import { describe, expect, it } from 'vitest';
import { articleAddress, articleKey, parseWebAddress } from '../../src/news/address';

describe('the same article', () => {
  const article = 'https://www.reuters.com/world/belarus-volunteer-force-2023-02-20/';

  it.each([
    ['tracking parameters', `${article}?utm_source=x&utm_medium=y&fbclid=1`],
    ['a fragment', `${article}#comments`],
    ['a mobile host', article.replace('www.', 'm.')],
    ['an AMP path', `${article}amp/`],
    ['no trailing slash', article.slice(0, -1)],
    ['plain http', article.replace('https', 'http')],
    ['a tracking parameter in capitals', `${article}?UTM_SOURCE=x`],
    ['all that came of a short name', `${article}?ref_src=a&cmp=b&igsh=c&_ga=d&mc_eid=e&WT.mc_id=f`],
  ])('is recognised with %s', (_, address) => {
    expect(articleKey(address)).toBe(articleKey(article));
  });

  it.each([
    ['another id in the query', 'https://a.example/read?id=2'],
    ['another path', 'https://a.example/reader?id=1'],
    ['another host', 'https://b.example/read?id=1'],
  ])('is not recognised in %s', (_, address) => {
    expect(articleKey(address)).not.toBe(articleKey('https://a.example/read?id=1'));
  });
});

describe('the address to link to', () => {
  it.each([
    ['is the canonical one', 'https://a.example/x?p=1', 'https://a.example/story', 'https://a.example/story'],
    [
      'is not a canonical front page',
      'https://a.example/story',
      'https://a.example/',
      'https://a.example/story',
    ],
    [
      'is not on another site',
      'https://a.example/story',
      'https://evil.example/s',
      'https://a.example/story',
    ],
    ...[
      ['https://mallory.mails.example/p', 'https://mails.example/famous'],
      ['https://mails.example/mallory', 'https://famous.mails.example/p'],
      ['https://mallory.mails.example/p', 'https://famous.mails.example/p'],
      ['https://eu.daily.example/story', 'https://www.daily.example/story'],
    ].map(([page = '', canonical = '']): [string, string, string, string] => [
      `is not the one of ${canonical} on ${page}, because a host may give its subdomains to anybody`,
      page,
      canonical,
      page,
    ]),
    ...['www.', 'm.', 'amp.', 'mobile.'].map((part): [string, string, string, string] => [
      `is the canonical one on ${part}a.example`,
      `https://${part}a.example/x?p=1`,
      'https://www.a.example/story',
      'https://www.a.example/story',
    ]),
    [
      'says not on which part of WSJ the reader was',
      'https://www.wsj.com/articles/a-1?mod=hp_lead_pos1',
      undefined,
      'https://www.wsj.com/articles/a-1',
    ],
    [
      'says not to whom a post of Substack was mailed',
      'https://desk.example/p/the-week?publication_id=1&post_id=2&isFreemail=true',
      undefined,
      'https://desk.example/p/the-week',
    ],
    [
      'names the thread of a forum',
      'https://bbs.example/forum.php?mod=viewthread&tid=7&utm_source=x',
      undefined,
      'https://bbs.example/forum.php?mod=viewthread&tid=7',
    ],
    [
      'names the post where another parameter would be another page',
      'https://site.example/read?post_id=12',
      undefined,
      'https://site.example/read?post_id=12',
    ],
    ['has no script in it', 'https://a.example/story', 'javascript:alert(1)', 'https://a.example/story'],
  ])('%s', (_, page, canonical, expected) => {
    expect(articleAddress(page, canonical)).toBe(expected);
  });

  it('is absent if the page is not http or https', () => {
    expect(articleAddress('about:blank', 'https://a.example/')).toBeUndefined();
  });
});

it('takes no address that is longer than 8,192 characters', () => {
  const address = `https://daily.example/${'x'.repeat(8_170)}`;
  expect(parseWebAddress(address)?.href).toBe(address);
  expect(parseWebAddress(`${address}y`)).toBeUndefined();
  expect(articleAddress(`${address}y`)).toBeUndefined();
});

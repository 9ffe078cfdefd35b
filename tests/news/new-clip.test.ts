import { describe, expect, it } from 'vitest';
import type { CapturedPage } from '../../src/news/captured-page';
import { contentFromPage, contentFromTab, publicationDate, unwrapAddress } from '../../src/news/new-clip';
import { DEFAULT_PREFERENCES } from '../../src/news/preferences';

const page: CapturedPage = {
  location: 'https://www.harbour-courier.example/story?utm_source=x',
  fields: {
    headline: [
      { value: 'Lines of supply', source: 'h1' },
      { value: 'Lines of supply | Courier', source: 'title' },
    ],
    outlet: [{ value: 'Courier Media GmbH', source: 'json-ld' }],
    sourceCredit: [{ value: 'Metro Wire', source: 'labelled line' }],
    published: [{ value: '2023-02-20T23:30:00+08:00', source: 'json-ld' }],
    byline: [],
    dek: [],
    language: [{ value: 'zh-Hans', source: 'text' }],
    address: [],
  },
  authors: [],
  passages: [],
};

describe('a clip made from a page', () => {
  it('takes the best candidate of each field and shows the language of a foreign source', () => {
    expect(contentFromPage(page, DEFAULT_PREFERENCES)).toEqual({
      address: 'https://www.harbour-courier.example/story',
      headline: 'Lines of supply',
      outlet: 'Courier Media GmbH',
      sourceCredit: 'Metro Wire',
      publishedAt: '2023-02-20T23:30:00+08:00',
      language: 'zh-Hans',
      showDate: true,
      showLanguage: true,
      quotes: [],
    });
  });

  it.each([
    ['Exclusive: Ports agree on a tariff', 'Ports agree on a tariff'],
    ['EXCLUSIVE – Ports agree on a tariff', 'Ports agree on a tariff'],
    ['独家｜里海五港统一运价时刻表', '里海五港统一运价时刻表'],
    ['【独家】里海五港统一运价时刻表', '里海五港统一运价时刻表'],
    ['Эксклюзив: порты договорились', 'порты договорились'],
    ['Exclusive-use ports agree on a tariff', 'Exclusive-use ports agree on a tariff'],
    ['独家经营权归五港所有', '独家经营权归五港所有'],
  ])('has no label before its headline: %s', (value, headline) => {
    const fields = { ...page.fields, headline: [{ value, source: 'h1' }] };
    expect(contentFromPage({ ...page, fields }, DEFAULT_PREFERENCES).headline).toBe(headline);
  });

  it('has no source credit if an outlet names itself as the source', () => {
    const preferences = { ...DEFAULT_PREFERENCES, outletNames: { 'harbour-courier.example': 'Metro Wire' } };
    expect(contentFromPage(page, preferences).sourceCredit).toBeUndefined();
  });

  it('has the outlet name that the analyst has given the site', () => {
    const preferences = { ...DEFAULT_PREFERENCES, outletNames: { 'harbour-courier.example': 'The Courier' } };
    expect(contentFromPage(page, preferences).outlet).toBe('The Courier');
  });
});

describe('a publication date', () => {
  it.each([
    ['2023-02-20T23:30:00+08:00', { publishedAt: '2023-02-20T23:30:00+08:00' }],
    ['2023-02-20', { publishedOn: '2023-02-20' }],
    ['2023-13-45', {}],
    ['yesterday', {}],
    [undefined, {}],
  ])('read from %s is %o', (value, expected) => {
    expect(publicationDate(value)).toEqual(expected);
  });
});

describe('a clip of a page that cannot be read', () => {
  it.each(['constructor', '__proto__', 'valueof'])(
    'has no outlet name from inherited properties on the host %s',
    (host) => {
      const content = contentFromTab({ url: `http://${host}/story`, title: 'Talks' }, DEFAULT_PREFERENCES);
      expect(content).not.toHaveProperty('outlet');
      expect(structuredClone(content)).toStrictEqual(content);
    },
  );

  it.each([
    ['view-source:https://a.example/story', 'https://a.example/story'],
    ['about:reader?url=https%3A%2F%2Fa.example%2Fstory', 'https://a.example/story'],
    ['https://a.example/paper.pdf', 'https://a.example/paper.pdf'],
  ])('unwraps %s', (address, expected) => {
    expect(unwrapAddress(address)).toBe(expected);
    expect(contentFromTab({ url: address, title: 'T' }, DEFAULT_PREFERENCES).address).toBe(expected);
  });

  it.each([['chrome://settings'], ['about:blank'], [undefined]])('is empty for %s', (url) => {
    const tab = url === undefined ? {} : { url, title: 'Settings' };
    expect(contentFromTab(tab, DEFAULT_PREFERENCES)).toEqual({
      showDate: true,
      showLanguage: false,
      quotes: [],
    });
  });

  it('does not use an address as a headline', () => {
    const url = 'https://www.harbour-courier.example/talks';
    const content = contentFromTab({ url: `view-source:${url}`, title: url }, DEFAULT_PREFERENCES);
    expect(content.address).toBe(url);
    expect(content.headline).toBeUndefined();
  });
});

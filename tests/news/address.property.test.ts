import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleAddress, articleKey } from '../../src/news/address';

const word = fc.stringMatching(/^[a-z0-9-]{1,8}$/u).filter((text) => text !== 'amp');
const article = fc
  .record({ host: word, path: fc.array(word, { minLength: 1, maxLength: 4 }), id: fc.option(word) })
  .map(
    ({ host, path, id }) => `https://www.x${host}.example/${path.join('/')}${id === null ? '' : `?id=${id}`}`,
  );

function withQuery(address: string, query: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

it('the address of an article is its own address', () => {
  fc.assert(
    fc.property(
      fc.oneof(article, fc.webUrl({ withQueryParameters: true, withFragments: true })),
      (address) => {
        const once = articleAddress(address);
        expect(once === undefined ? undefined : articleAddress(once)).toBe(once);
      },
    ),
  );
});

it('an article has the same key, however the reader reached it', () => {
  fc.assert(
    fc.property(article, word, (address, value) => {
      const forms = [
        withQuery(address, `utm_source=${value}&fbclid=${value}`),
        `${address}#${value}`,
        address.replace('www.', 'm.'),
        address.replace('https:', 'http:'),
        `https://web.archive.org/web/20230220101500/${address}`,
      ];
      for (const form of forms) expect(articleKey(form)).toBe(articleKey(address));
    }),
  );
});

it('no canonical address leads to another site or to a script', () => {
  fc.assert(
    fc.property(article, fc.oneof(fc.webUrl(), fc.string()), (address, canonical) => {
      const chosen = articleAddress(address, canonical);
      expect(new URL(chosen ?? '').hostname).toBe(new URL(address).hostname);
    }),
  );
});

import * as v from 'valibot';
import { expect, it } from 'vitest';
import { capturedPageSchema } from '../../src/news/captured-page';

function addressesOf(location: string, ...declared: string[]): string[] {
  const address = declared.map((value) => ({ value, source: 'link canonical' }));
  const page = { location, fields: { ...NO_FIELDS, address } };
  return v.parse(capturedPageSchema, page).fields.address.map(({ value }) => value);
}

const NO_FIELDS = { headline: [], outlet: [], published: [], byline: [], dek: [], language: [] };

it('offers addresses to link to: without tracking, AMP and duplicates', () => {
  expect(
    addressesOf(
      'https://a.example/talks?utm_source=x',
      'https://a.example/talks/amp/',
      'https://a.example/talks',
      'https://a.example/talks?fbclid=1',
    ),
  ).toEqual(['https://a.example/talks']);
});

it('offers the original of a page in the Wayback Machine, then the archived page', () => {
  const archived = 'https://web.archive.org/web/20230220101500/https://a.example/talks';
  expect(addressesOf(archived, archived)).toEqual(['https://a.example/talks', archived]);
});

it('does not trust a page that declares another site', () => {
  expect(addressesOf('https://a.example/talks', 'https://b.example/talks')).toEqual([
    'https://a.example/talks',
  ]);
});

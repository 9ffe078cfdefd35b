import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
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

describe('a selection', () => {
  const passage = (exact: string) => ({
    tree: { type: 'root', children: [{ type: 'text', value: exact }] },
    textQuote: { exact, prefix: '', suffix: '' },
    textPosition: { start: 0, end: exact.length },
  });
  const read = (selection: object) =>
    v.parse(capturedPageSchema, { location: 'https://a.example/', fields: NO_FIELDS, ...selection });
  const words = (selection: object) => read(selection).passages.map(({ textQuote }) => textQuote.exact);

  it('of which one passage is invalid keeps the others, and is told of as not completely read', () => {
    const passages = [
      passage('One.'),
      { ...passage('Two.'), textPosition: { start: -1, end: 3 } },
      passage('Three.'),
    ];
    expect(words({ passages, selectedText: 'One. Two. Three.' })).toEqual(['One.', 'Three.']);
    expect(read({ passages }).isSelectionUnread).toBe(true);
  });

  it('of more passages than a clip holds keeps the first ones, and is told of', () => {
    const passages = Array.from({ length: 150 }, (_, at) => passage(`${at}.`));
    expect(words({ passages })).toHaveLength(100);
    expect(read({ passages }).isSelectionUnread).toBe(true);
  });

  it('that has words, but no passage, is told of', () => {
    expect(read({ passages: [], selectedText: 'One.' }).isSelectionUnread).toBe(true);
  });

  it('that was read, or of nothing, is not told of', () => {
    expect(read({ passages: [passage('One.')], selectedText: 'One.' }).isSelectionUnread).toBeUndefined();
    expect(read({ passages: [], selectedText: ' \n' }).isSelectionUnread).toBeUndefined();
    expect(read({}).isSelectionUnread).toBeUndefined();
  });
});

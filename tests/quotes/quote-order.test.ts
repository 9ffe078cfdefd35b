import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/news/captured-page';
import type { Quote } from '../../src/news/quote';
import { applyArrangement } from '../../src/quotes/quote-order';

function quote(id: string, words = id): Quote {
  return {
    id,
    markdown: words,
    textQuote: { exact: words, prefix: '', suffix: '' },
    textPosition: { start: 0, end: 1 },
  };
}

function passage(words: string): Passage {
  return {
    tree: { type: 'root', children: [{ type: 'text', value: words }] },
    textQuote: { exact: words, prefix: '', suffix: '' },
    textPosition: { start: 0, end: words.length },
  };
}

const at = (start: number) => ({ start, end: start + 1 });
const arrange = (quotes: Quote[], arrangement: Parameters<typeof applyArrangement>[1]) =>
  applyArrangement(quotes, arrangement, () => 'new');
const ids = (quotes: Quote[]) => quotes.map(({ id }) => id);

describe('the quotes of a clip', () => {
  it('are in the order of the article', () => {
    const arranged = arrange(
      [quote('a'), quote('b')],
      [
        { ids: ['b'], position: at(1) },
        { ids: ['a'], position: at(5) },
      ],
    );
    expect(ids(arranged)).toEqual(['b', 'a']);
    expect(arranged.map(({ textPosition }) => textPosition?.start)).toEqual([1, 5]);
  });

  it('that overlap become one with a new id', () => {
    const arranged = arrange(
      [quote('a', 'one two'), quote('b', 'two three'), quote('c')],
      [
        { ids: ['a', 'b'], position: at(0), passage: passage('one two three') },
        { ids: ['c'], position: at(50) },
      ],
    );
    expect(arranged.map(({ id, markdown }) => [id, markdown])).toEqual([
      ['new', 'one two three'],
      ['c', 'c'],
    ]);
  });

  it('that are not found stay after the one before', () => {
    const arranged = arrange(
      [quote('lost'), quote('a'), quote('lost too'), quote('b')],
      [
        { ids: ['b'], position: at(1) },
        { ids: ['a'], position: at(5) },
      ],
    );
    expect(ids(arranged)).toEqual(['lost', 'b', 'a', 'lost too']);
  });

  it('stay if nothing is found', () => {
    expect(ids(arrange([quote('a'), quote('b')], []))).toEqual(['a', 'b']);
  });

  it('edited by hand are never replaced, whatever the page says', () => {
    const edited: Quote = { ...quote('a', 'one'), isEdited: true };
    const arranged = arrange(
      [edited, quote('b', 'two')],
      [{ ids: ['a', 'b', 'b', 'unknown'], position: at(0), passage: passage('one two') }],
    );
    expect(ids(arranged)).toEqual(['a', 'b']);
  });

  it('are not replaced by a passage that lacks their words', () => {
    const arranged = arrange(
      [quote('a', 'one'), quote('b', 'two')],
      [{ ids: ['a', 'b'], position: at(0), passage: passage('one') }],
    );
    expect(ids(arranged)).toEqual(['a', 'b']);
  });
});

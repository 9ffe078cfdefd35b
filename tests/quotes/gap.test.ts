import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWithEllipsis } from '../../src/quotes/gap';

function cut(before: string, after: string): string {
  const gap = joinWithEllipsis(before, after);
  return before.slice(0, before.length - gap.before) + gap.mark + after.slice(gap.after);
}

describe('where words are removed', () => {
  it.each([
    ['The talks ', ' go on.', 'The talks … go on.'],
    ['The talks', 'go on.', 'The talks … go on.'],
    ['', ' go on.', '… go on.'],
    ['The talks ', '', 'The talks …'],
    ['The talks ', '.', 'The talks ….'],
    ['The talks … ', ' … go on.', 'The talks … go on.'],
    ['会谈', '继续。', '会谈…继续。'],
    ['会谈，', ' OPEC', '会谈，… OPEC'],
    ['Переговоры ', ' идут', 'Переговоры … идут'],
    ['المحادثات ', ' مستمرة', 'المحادثات … مستمرة'],
  ])('%j and %j become %j', (before, after, expected) => {
    expect(cut(before, after)).toBe(expected);
  });

  it('all other words stay, with one mark between them', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const letters = (words: string) => words.replace(/[\s…]/gu, '');
        expect(letters(cut(before, after))).toBe(letters(before + after));
        expect(cut(before.replace(/…/gu, ''), after.replace(/…/gu, '')).match(/…/gu)).toHaveLength(1);
        expect(cut(`${before}…`, `…${after}`)).toBe(cut(before, after));
      }),
    );
  });
});

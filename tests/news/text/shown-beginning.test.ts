import { describe, expect, it } from 'vitest';
import { shownBeginning } from '../../../src/news/text/shown-beginning';

describe('a text is shown in full that is', () => {
  it.each([
    ['three pages of words', 'The ministry said so on Tuesday. '.repeat(600)],
    ['Chinese without a space', '部长周二表示，'.repeat(2_000)],
    ['a long address', `https://a.example/${'path/?a=b&'.repeat(200)}`],
    ['four hundred lines', 'A line\n'.repeat(400)],
    ['Hebrew with some English', `${'בירות, Beirut, נפגשו שוב '.repeat(40)}\n\n`.repeat(15)],
  ])('%s', (_, text) => {
    expect(shownBeginning(text)).toBeUndefined();
  });
});

describe('only the beginning is shown of', () => {
  it.each([
    ['a hundred thousand letters', 'a word '.repeat(15_000), 20_000],
    ['a thousand lines', 'a\n'.repeat(1_000), 999],
    ['marks without a place to break', `Words ${'“'.repeat(600)} and more`, 506],
    ['letters of two directions by turns', 'אa '.repeat(4_000), 6_001],
  ])('%s', (_, text, length) => {
    const beginning = shownBeginning(text);
    expect(beginning).toHaveLength(length);
    expect(text.startsWith(beginning ?? '-')).toBe(true);
  });

  it('a text of emoji, without splitting one', () => {
    const text = `a${`${'😀'.repeat(9)} `.repeat(1_100)}`;
    expect(shownBeginning(text)).toBe(text.slice(0, 19_999));
  });
});

import { expect, it } from 'vitest';
import { isSameSelection } from '../../src/background/same-selection';

it.each([
  ['line ends that the menu gives as spaces', 'One two  three', 'One two\n\nthree', true],
  ['a word more', 'They agreed.', 'They never agreed.', false],
  ['words after the end', 'They agreed.', 'They agreed. Not.', false],
  ['words that are missing', 'They never agreed.', 'They agreed.', false],
])('compares the words that were selected with those that were read: %s', (_, asked, read, isSame) => {
  expect(isSameSelection(asked, read)).toBe(isSame);
});

it('compares the beginning of a long selection, of which Firefox gives no more', () => {
  const words = 'The ministers met. '.repeat(1000);
  expect(isSameSelection(words.slice(0, 16_384), words)).toBe(true);
  expect(isSameSelection(words.slice(0, 16_384), `x${words}`)).toBe(false);
  expect(isSameSelection(words.slice(0, 16_383), words)).toBe(false);
});

import { expect, it } from 'vitest';
import { fillMessage } from '../../../src/news/text/message-forms';

const ENGLISH = '$1 clip moved to $2 | $1 clips moved to $2';
const RUSSIAN = '$1 вырезка | $1 вырезки | $1 вырезок';

it.each([
  ['en', ENGLISH, 1, '1 clip moved to Trade'],
  ['en', ENGLISH, 0, '0 clips moved to Trade'],
  ['en', ENGLISH, 21_000, '21,000 clips moved to Trade'],
  ['ru', RUSSIAN, 1, '1 вырезка'],
  ['ru', RUSSIAN, 21, '21 вырезка'],
  ['ru', RUSSIAN, 4, '4 вырезки'],
  ['ru', RUSSIAN, 11, '11 вырезок'],
  ['ru', RUSSIAN, 1000, '1\u{A0}000 вырезок'],
  ['zh-Hans', '$1 条剪辑', 1, '1 条剪辑'],
  ['es', '$1 recorte | $1 recortes', 1_000_000, '1.000.000 recortes'],
])('in %s “%s” with %d reads “%s”', (language, message, count, words) => {
  expect(fillMessage(message, [count, 'Trade'], language)).toBe(words);
});

it('chooses the form by the last number', () => {
  expect(fillMessage('$1 of $2 clip | $1 of $2 clips', [1, 2], 'en')).toBe('1 of 2 clips');
});

it('chooses the form by the number, wherever it stands, and leaves bars in titles alone', () => {
  expect(fillMessage('“$1” has $2 clip | “$1” has $2 clips', ['Trade | Ports', 2], 'en')).toBe(
    '“Trade | Ports” has 2 clips',
  );
  expect(fillMessage('Section “$1” moved.', ['A | $2'], 'en')).toBe('Section “A | $2” moved.');
});

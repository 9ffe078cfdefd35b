import { expect, test } from 'vitest';
import { countWords } from '../../../src/newsletter/checks/quoted-words';

test.each([
  ['The tariff is *one* for all.', 6],
  ["It's a so-called “single” tariff – 3.5 per cent.", 8],
  ['See [the letter](https://daily.example/a-long/address) and <https://daily.example/b>.', 4],
  ['三港将实行统一运价。', 9],
  ['三港 agree on 1 tariff', 6],
  ['運価は三月から', 7],
  ['세 항구가 합의했다', 3],
  ['Тариф станет единым', 3],
  ['ภาษีจะเป็นอัตราเดียวตั้งแต่เดือนมีนาคม', 8],
  ['サーバーの運価', 7],
  ['U.S. exports of 1,000 t – or 100,000-150,000 – and/or more…', 10],
  ['צה״ל הודיע', 2],
  ['Это «не так», – сказал он.', 5],
  ['', 0],
])('in %s this many words are counted: %i', (text, words) => {
  expect(countWords(text)).toBe(words);
});

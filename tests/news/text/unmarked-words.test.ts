import { expect, test } from 'vitest';
import { unmarkedWords } from '../../../src/news/text/unmarked-words';

test.each([
  ['The [tariff](https://a.example/b) is **new**', 'The tariff is new'],
  ['![A port](https://a.example/p.png) and `code`', '!A port and code'],
  ['no address ends [here](https://a.example/b', 'no address ends here(https://a.example/b'],
  ['one (ends) before [it](https://a.example/b', 'one (ends) before it(https://a.example/b'],
  ['](](](', '((('],
])('%s has the words %s', (markdown, words) => {
  expect(unmarkedWords(markdown)).toBe(words);
});

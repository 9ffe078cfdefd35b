import { expect, it } from 'vitest';
import { completeWord, findCutWords, isWordOf } from '../../../src/newsletter/checks/cut-words';

const SAVED = 'He said that corruption at the ports is nothing new. 港口的腐败问题。 항구에서 말했다.';

/** The quote as it is found and completed, if the saved text has the page's words. */
function complete(prefix: string, exact: string, suffix: string, markdown = exact): string {
  const quote = { id: 'q', markdown, textQuote: { prefix, exact, suffix } };
  const words = findCutWords({ quotes: [quote] });
  return words.filter((word) => isWordOf(SAVED, word)).reduce(completeWord, markdown);
}

it.each([
  ['that cor', 'ruption at the ports', ' is', 'corruption at the ports'],
  ['that ', 'corruption at the po', 'rts is', 'corruption at the ports'],
  ['that cor', 'rupt', 'ion at', 'corruption'],
  ['that cor\u00AD', 'ruption at', ' the', 'corruption at'],
])('completes the cut words of %j %j %j', (prefix, exact, suffix, whole) => {
  expect(complete(prefix, exact, suffix)).toBe(whole);
});

it.each([
  ['between two words', 'that ', 'corruption at the ports', ' is'],
  ['between two blocks without a space, which the saved text has', 'Subjects: news', 'corruption', 'ports'],
  ['in a script without spaces', '港口的腐', '败问题', '。'],
  ['before a particle in Korean', '', '항구', '에서 말했다'],
])('finds nothing %s', (_, prefix, exact, suffix) => {
  expect(complete(prefix, exact, suffix)).toBe(exact);
});

it.each(['[…] ruption at', '[cor]ruption at', 'corruption at', '…ruption at'])(
  'leaves the beginning that the analyst has written: %s',
  (markdown) => {
    expect(complete('that cor', 'ruption at', ' the', markdown)).toBe(markdown);
  },
);

it.each([
  ['**ruption** at the po', '**corruption** at the ports'],
  [
    '> ruption at the [po](https://ports.example/po)',
    '> corruption at the [ports](https://ports.example/po)',
  ],
  ['[ruption](https://ports.example) at the *po*', '[corruption](https://ports.example) at the *ports*'],
])('keeps the links and emphasis of %s', (markdown, whole) => {
  expect(complete('that cor', 'ruption at the po', 'rts is', markdown)).toBe(whole);
});

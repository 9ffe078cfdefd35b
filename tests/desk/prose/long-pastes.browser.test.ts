import { expect, it } from 'vitest';
import { paste } from './pasted';

const WORDS = 'The two sides met again. ';

it.each([
  ['a text of a megabyte', 'text/plain', WORDS.repeat(40_000), 100_000],
  ['a page of a megabyte', 'text/html', `<p>${WORDS.repeat(40_000)}</p>`, 100_000],
  ['paragraphs of a megabyte', 'text/html', `<p>${WORDS}</p>`.repeat(40_000), 100_000],
  ['marks without a space between them', 'text/plain', '“'.repeat(20_000), 5_000],
  ['a page of marks without a space', 'text/html', `<p>${'“'.repeat(20_000)}</p>`, 5_000],
  [
    'a page of marks in elements',
    'text/html',
    `<p>${`<b>${'“'.repeat(500)}</b><i>a</i>`.repeat(40)}</p>`,
    5_000,
  ],
  ['a text that changes its direction with each letter', 'text/plain', 'אa٣b '.repeat(20_000), 20_010],
  ['a page that changes its script with each letter', 'text/html', `<p>${'aб '.repeat(20_000)}</p>`, 24_010],
] as const)('of %s only the beginning is pasted, and the desk is told so', (_, type, content, most) => {
  const { length, findings } = paste(type, content);
  expect(length).toBeGreaterThan(0.95 * most);
  expect(length).toBeLessThanOrEqual(most);
  expect(findings?.isCut).toBe(true);
});

it.each([
  ['of words', 'text/plain', WORDS.repeat(3_600)],
  ['of Hebrew with some English', 'text/plain', `${'בירות, Beirut, נפגשו שוב '.repeat(20)}\n\n`.repeat(150)],
  ['of Russian in one paragraph', 'text/plain', 'Стороны встретились снова в Geneva. '.repeat(2_400)],
  ['of Chinese', 'text/plain', '谈判仍在进行'.repeat(2_000)],
  ['of a page', 'text/html', `<p>${WORDS.repeat(40)}</p>`.repeat(90)],
] as const)('a long text %s is pasted in full', (_, type, content) => {
  const { length, findings } = paste(type, content);
  expect(length).toBeGreaterThan(0.95 * content.replace(/<[^>]+>/gu, '').length);
  expect(findings?.isCut ?? false).toBe(false);
});

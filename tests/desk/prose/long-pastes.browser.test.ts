import { expect, it } from 'vitest';
import { paste } from './pasted';

const WORDS = 'The two sides met again. ';

it.each([
  ['a text of a megabyte', 'text/plain', WORDS.repeat(40_000), 100_000],
  ['a page of a megabyte', 'text/html', `<p>${WORDS.repeat(40_000)}</p>`, 100_000],
  ['paragraphs of a megabyte', 'text/html', `<p>${WORDS}</p>`.repeat(40_000), 100_000],
  [
    'elements in one another without end',
    'text/html',
    `<p>${WORDS.repeat(40)}</p>${'<div>'.repeat(50_000)}deep`,
    1_000,
  ],
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

it.each([
  ['line breaks', '<br>', 100_000, 'before\n\nafter'],
  ['line breaks with styles', '<br style="color: red">', 100_000, 'before\n\nafter'],
  ['empty paragraphs', '<p></p>', 50_000, 'before\n\nafter'],
  ['paragraphs of a line break', '<p><br></p>\n', 5_000, 'before\n\nafter'],
  ['lines', '<hr>', 50_000, 'before\n\n---\n\nafter'],
  ['empty items', '<li></li>', 50_000, 'before\n\nafter'],
  ['empty rows', '<table><tr><td></td></tr></table>', 3_000, 'before\n\nafter'],
] as const)('%s, thousands beside one another, are pasted as one', (_, element, count, expected) => {
  const { text, findings } = paste('text/html', `<p>before</p>${element.repeat(count)}<p>after</p>`);
  expect(text).toBe(expected);
  expect(findings).toBeUndefined();
});

it('50,000 empty cells leave no trace', () => {
  const cells = '<td></td>'.repeat(50_000);
  const { text, findings } = paste(
    'text/html',
    `<table><tr><td>before</td>${cells}</tr></table><p>after</p>`,
  );
  expect(text).toBe('before\n\nafter');
  expect(findings).toBeUndefined();
});

it('empty cells, lines and paragraphs between words keep their meaning', () => {
  const row = '<tr><td>a</td><td></td><td></td><td>b</td></tr>';
  const { text } = paste(
    'text/html',
    `<table>${row}</table>c<br><br><br>d<br>e<hr>f<pre>g<br><br><br>h</pre><ul><li>i</li><li></li><li></li><li>j</li></ul>`,
  );
  expect(text).toBe('a\u2003\u2003\u2003b\n\nc\n\nd\\\ne\n\n---\n\nf\n\n```\ng\n\n\nh\n```\n\n- i\n- j');
});

import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { isTooCostly } from '../../../src/newsletter/markdown/markdown-cost';
import { parseMarkdown } from '../../../src/newsletter/markdown/markdown-syntax';

const PARAGRAPH =
  'The ministry said on **Tuesday** that the [tariff](https://source.example/tariff) would be *one* for all three ports, ' +
  'according to three people who have read the draft; 全天候战略伙伴关系, it said, “as before”.[13]';

describe('Markdown of', () => {
  it.each([
    ['a long article with links', `${PARAGRAPH}\n\n`.repeat(80)],
    ['a list of a hundred links', '- [words of a link](https://source.example/a) and more\n'.repeat(100)],
    ['a table of fifty rows', `| a | b | c |\n|---|---|---|\n${'| 1 | 2 | 3 |\n'.repeat(50)}`],
    ['a hundred thousand letters', 'words '.repeat(16_000)],
  ])('%s is parsed', (_, text) => {
    expect(isTooCostly(text)).toBe(false);
  });

  it.each([
    '[`a`a',
    '<a‹a',
    '*x',
    'a*',
    '[',
    '> ',
    '- ',
    '- a\n',
    '- a\r',
    '1) a\n',
    '9. a\n\n',
    '\r',
    '> a\n',
    '`a',
    '~a~',
    'www.a.b ',
    'a\n\n',
    '|a',
  ])('30,000 characters of %j are shown as typed', (part) => {
    const text = part.repeat(30_000 / part.length);
    expect(isTooCostly(text)).toBe(true);
    const tree = parseMarkdown(text);
    expect(tree.children.every(({ type }) => type === 'paragraph')).toBe(true);
    expect(tree.children.length).toBeLessThanOrEqual(500);
    const squeeze = (words: string) => words.replace(/\s+/gu, '');
    expect(squeeze(toString(tree))).toBe(squeeze(text));
  });

  it('a long line that is shown as typed is divided, so that it can be printed in parts', () => {
    const words = 'a*b '.repeat(15_000).trim();
    const { children } = parseMarkdown(words);
    expect(children.map((child) => toString(child)).join(' ')).toBe(words);
    expect(Math.max(...children.map((child) => toString(child).length))).toBeLessThanOrEqual(20_000);
    expect(toString(parseMarkdown('['.repeat(50_000)))).toBe('['.repeat(50_000));
  });
});

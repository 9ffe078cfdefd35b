import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, it } from 'vitest';
import { divideMarkdown } from '../../../src/newsletter/markdown/markdown-segments';
import { parseMarkdown } from '../../../src/newsletter/markdown/markdown-syntax';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 1_000) };

const PIECES = [
  ...[
    'words',
    'Words of a minister',
    '“Words”',
    '中文',
    'слова',
    '2026',
    '1. ',
    '12) ',
    '- ',
    '+ ',
    '* ',
    '> ',
    '# ',
  ],
  ...[
    '===',
    '---',
    '    ',
    '  ',
    ' ',
    '\t',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '``',
    '<',
    '>',
    '&amp;',
    '&',
    '\\',
    '|',
    '| a |\n|---|\n',
  ],
  ...[
    '[a]',
    '[a](https://a.example)',
    '![a](b)',
    'https://a.example/b',
    'www.a.example',
    'a@b.example',
    ': ',
    ':-',
    '!',
    '#',
    '+',
    '=',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\n \n',
    '\n\t\n',
    '\n\n\n',
    '\u00A0',
    '\f',
    '\u2028',
    '-',
    '~',
    '```\n',
    '$',
    '{',
    '(',
  ],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));

/** The blocks, with the offset of each node except text. Parsers differ on whether empty lines after a block belong to it. */
function blocksOf(markdown: string): RootContent[] {
  const tree = parseMarkdown(markdown);
  visit(tree, (node) => {
    Object.assign(node, { position: node.type === 'text' ? undefined : node.position?.start.offset });
  });
  return tree.children;
}

it('reads a text in segments as it reads it as a whole', () => {
  const definition = '\n\n[zz]: https://z.example'; // a text with definitions is not divided
  fc.assert(
    fc.property(text, (markdown) => {
      fc.pre(divideMarkdown(markdown).length > 1);
      expect(blocksOf(markdown)).toStrictEqual(blocksOf(markdown + definition).slice(0, -1));
    }),
    RUNS,
  );
});

it('divides a text with links only at its plain paragraphs', () => {
  const text = 'Plain.\n\n- a\n\n- [b](https://b.example)\n\nPlain:\nmore.  ';
  expect(divideMarkdown(text).map(({ text: part, isPlain }) => [part, isPlain])).toStrictEqual([
    ['Plain.', true],
    ['- a\n\n- [b](https://b.example)\n\n', false],
    ['Plain:\nmore.', true],
  ]);
});

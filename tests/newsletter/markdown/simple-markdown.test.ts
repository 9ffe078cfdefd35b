import fc from 'fast-check';
import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../../../src/newsletter/markdown/markdown-blocks.ts';
import { readSimpleMarkdown } from '../../../src/newsletter/markdown/simple-markdown.ts';
import { composeHast } from '../../../src/newsletter/to-hast.ts';
import { runsOf } from '../../property-runs.ts';

const OWN = 'https://daily.example/talks';

/** A tree as markup, however its texts are divided. Line ends between blocks are ignored. */
function print(node: Nodes): string {
  if (node.type === 'text') return JSON.stringify(node.value).slice(1, -1);
  if (!('children' in node)) return '';
  const children = node.type === 'root' ? node.children.filter(({ type }) => type !== 'text') : node.children;
  const inner = children.map(print).join('');
  return node.type === 'element' ? `<${node.tagName} ${JSON.stringify(node.properties)}>${inner}</>` : inner;
}

const parsed = (markdown: string) =>
  print(composeHast({ type: 'root', children: parseBlocks(markdown, OWN) }));

describe('Markdown that takes no parser', () => {
  it.each([
    ['The two sides **agreed to go on** with the *talks*.'],
    ['One paragraph.\n\nAnother, with a [link](https://a.example/b?c=d#e).\\\nA line of its own.'],
    ['“**Quoted.**” \\[13] and 5 \\* 6, R&D, a+b'],
    ['**全天候**战略伙伴，*中方*\n说。\n\n全天候\n战略'],
    ['يقول **الوزير** إن [المحادثات](https://a.example/) مستمرة'],
    [`A [footnote](${OWN}#note) of the article itself`],
  ])('is read: %j', (markdown) => {
    const tree = readSimpleMarkdown(markdown, OWN);
    expect(tree && print(tree)).toBe(parsed(markdown));
  });

  it.each([
    '- a list',
    '1. a list',
    '> a quote',
    '# A heading',
    'See https://a.example',
    'a_b_c and _d_',
    '***both***',
    '**one *in* the other**',
    '![picture](https://a.example/b.png)',
    '`code`',
    '&copy; 2026',
    '<b>markup</b>',
    '    code',
    'broken  \nline',
    '[a](javascript:void)',
  ])('is not this: %j', (markdown) => {
    expect(readSimpleMarkdown(markdown, OWN)).toBeUndefined();
  });

  it('is read as the parser reads it, whatever the text', () => {
    const token = fc.constantFrom(
      ...[
        '*',
        '**',
        '***',
        '_',
        '\\',
        '[',
        ']',
        '(',
        ')',
        '](https://a.example/b)',
        `](${OWN})`,
        '!',
        '\n',
        '\n\n',
      ],
      ...[
        ' ',
        '.',
        ',',
        '“',
        '”',
        '–',
        'a',
        'word',
        '中方',
        'слово',
        'كلمة',
        '1',
        '1.',
        '-',
        '#',
        '>',
        '&',
        '&amp;',
      ],
      ...[
        'http',
        '://',
        'www',
        '@',
        '<',
        '`',
        '~',
        '|',
        ':',
        '=',
        '+',
        '🙂',
        'é',
        '\\\n',
        '\\*',
        '\\[',
        '\t',
        '  \n',
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 24 }), (tokens) => {
        const markdown = tokens.join('');
        const tree = readSimpleMarkdown(markdown, OWN);
        if (tree !== undefined) expect(print(tree)).toBe(parsed(markdown));
      }),
      { numRuns: runsOf(3000) },
    );
  });
});

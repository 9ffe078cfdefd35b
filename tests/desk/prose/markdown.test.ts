import fc from 'fast-check';
import type { Node as ProseNode } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { printBlocks, printProse } from '../../../desk/prose/print-prose';
import { PROSE } from '../../../desk/prose/prose-schema';
import { readMarkdown } from '../../../desk/prose/read-markdown';
import { runsOf } from '../../property-runs';

const { nodes, marks } = PROSE;

function print(markdown: string, edit: (doc: ProseNode) => ProseNode = (doc) => doc): string {
  const read = { ...readMarkdown(markdown), markdown };
  return printProse(edit(read.doc), read);
}

/** The document with words inserted at the beginning of one of its blocks. */
const writeInto = (place: number, words: string) => (doc: ProseNode) => {
  const block = doc.child(place);
  const written = block.copy(block.content.addToStart(PROSE.text(words)));
  return doc.copy(doc.content.replaceChild(place, written));
};

const markdownPiece = fc.constantFrom(
  ...[
    'a',
    'word ',
    '中文，',
    'ملف',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '[',
    '](https://a.example/)',
    '![',
    '<b>',
    '&amp;',
  ],
  ...['\n', '\n\n', '- ', '1. ', '> ', '# ', '    ', '---', '| a | b |\n| - | - |\n', '```\n', '\\', '  \n'],
  ...['[r]: https://r.example/\n', '[r]', 'https://b.example/c', 'a@b.example', '\t', '\u00a0'],
);
const anyMarkdown = fc.array(markdownPiece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('a text that is opened and left', () => {
  it('stays exactly as it was', () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        expect(print(markdown)).toBe(markdown);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(print(text)).toBe(text);
      }),
    );
  });

  it('also after typing was undone', () => {
    expect(print('* one\n* two\n\n\nThree', (doc) => doc.copy(doc.content))).toBe('* one\n* two\n\n\nThree');
  });
});

describe('a text of which one block is edited', () => {
  it('keeps the others as they were written', () => {
    const markdown = 'First\nline.\n\n* one\n* two\n\n__Last__ [r]: x';
    expect(print(markdown, writeInto(0, 'The '))).toBe('The First line.\n\n* one\n* two\n\n__Last__ [r]: x');
    expect(print(markdown, writeInto(2, 'At '))).toBe('First\nline.\n\n* one\n* two\n\nAt **Last** \\[r]: x');
  });

  it('is printed again if a block would mean something else without it', () => {
    const markdown = 'See [it][r].\n\nFirst.\n\n[r]: https://r.example/';
    expect(print(markdown, writeInto(1, 'The '))).toBe('See [it](https://r.example/).\n\nThe First.');
  });

  it('is printed again if a quotation brought the address of a link', () => {
    const markdown = 'See [it][r].\n\n> From here.\n>\n> [r]: https://r.example/';
    const withoutQuote = (doc: ProseNode) => doc.copy(doc.content.cut(0, doc.child(0).nodeSize));
    expect(print(markdown, withoutQuote)).toBe('See [it](https://r.example/).');
  });

  it('means what was written, whatever is next to it', () => {
    const block = fc.oneof(
      anyMarkdown.filter((markdown) => !markdown.includes('b.example')), // newly printed text links bare addresses
      fc.constantFrom(
        'See [r].',
        '> [r]: https://r.example/\n> so',
        '> - a\n> - b',
        '- a',
        '1. a\n\n   b',
        'T\n===',
      ),
    );
    const blocks = fc.array(block, { minLength: 1, maxLength: 4 }).map((each) => each.join('\n\n'));
    fc.assert(
      fc.property(blocks, fc.nat(5), (markdown, place) => {
        const { doc } = readMarkdown(markdown);
        const at = place % doc.childCount;
        if (!doc.child(at).isTextblock || doc.child(at).type.spec.code === true) return;
        const write = writeInto(at, 'The ');
        const printed = readMarkdown(print(markdown, write)).doc;
        expect(printBlocks(printed)).toBe(printBlocks(readMarkdown(printBlocks(write(doc))).doc));
      }),
      { numRuns: runsOf(400) },
    );
  });

  it.each([
    ['| a | b |\n| - | - |\n| 1 | 2 |', 'a table'],
    ['![A crane](https://a.example/crane.jpg "Dusk")', 'a picture'],
    ['```js\nlet a;\n```', 'code'],
    ['~~no~~ `code` **bold _both_**', 'marks'],
    ['3. three\n4. four', 'the numbers of a list'],
    ['A line\\\nbroken', 'a line break'],
    ['<https://a.example/>', 'a bare address'],
    ['www\\.[bbc](https://a.example/).com and www\\.**bbc**.com', 'marks that an address stands before'],
  ])('keeps %j: %s', (block) => {
    const markdown = `First.\n\n${block}`;
    const read = readMarkdown(markdown);
    expect(printBlocks(writeInto(0, 'The ')(read.doc))).toBe(`The First.\n\n${block}`);
  });

  it('does not make a space from a line end between Chinese words', () => {
    expect(print('会谈\n继续，\n继续', writeInto(0, '今天'))).toBe('今天会谈继续，继续');
  });
});

/** Text as it is typed, pasted and formatted. */
const words = fc.oneof(
  fc.constantFrom(
    'word',
    ' ',
    'two words',
    '中文。',
    '“quoted”',
    'слово',
    'نص',
    '*',
    '_',
    '1. ',
    '- ',
    '#',
    '>',
  ),
  fc.constantFrom(
    'a*b',
    '<b>',
    '&amp;',
    '[x]',
    '~~',
    '`',
    '\\',
    '|',
    'https://a.example/b_c',
    '\u00a0',
    '(',
    '!',
  ),
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
);
const mark = fc.constantFrom(
  marks.strong.create(),
  marks.em.create(),
  marks.strike.create(),
  marks.link.create({ href: 'https://a.example/' }),
);
const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(words, fc.uniqueArray(mark, { maxLength: 2 }))
      .map(([text, set]) =>
        PROSE.text(text.replace(/[\r\n\t\f\v\u0085\u2028\u2029]/gu, ' ')).mark(
          set.reduce((all, each) => each.addToSet(all), PROSE.text('a').marks),
        ),
      ),
  },
  { weight: 1, arbitrary: fc.constant(nodes.hard_break.create()) },
);
const paragraph = fc.array(inline, { maxLength: 6 }).map((content) => nodes.paragraph.create(null, content));
const { block } = fc.letrec<{ block: ProseNode }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const items = fc.array(
    blocks.map((content) => nodes.list_item.create(null, content)),
    { minLength: 1, maxLength: 3 },
  );
  return {
    block: fc.oneof(
      { maxDepth: 3 },
      paragraph,
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), fc.array(inline, { maxLength: 3 }))
        .map(([level, content]) => nodes.heading.create({ level }, content)),
      blocks.map((content) => nodes.blockquote.create(null, content)),
      fc.tuple(fc.boolean(), items).map(([tight, content]) => nodes.bullet_list.create({ tight }, content)),
      fc
        .tuple(fc.boolean(), items, fc.nat(20))
        .map(([tight, content, start]) => nodes.ordered_list.create({ tight, start }, content)),
    ),
  };
});
const prose = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => nodes.doc.create(null, content));

const lettersOf = (doc: ProseNode) => doc.textContent.normalize().replace(/[\s\p{C}]+/gu, '');

describe('any text', () => {
  it('keeps its words, and is read back the same', () => {
    fc.assert(
      fc.property(prose, (doc) => {
        const again = readMarkdown(printBlocks(doc)).doc;
        expect(lettersOf(again)).toBe(lettersOf(doc));
        const markdown = printBlocks(again); // a bare address has become a link
        expect(printBlocks(readMarkdown(markdown).doc)).toBe(markdown);
      }),
      { numRuns: runsOf(60) },
    );
  });
});
